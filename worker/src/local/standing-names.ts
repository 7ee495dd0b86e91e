// What has which name in a folder, as far as it is known here: the replica, and what is queued.

import { nameKey } from '@satchel/shared/names';
import { type KnownFolders, pathKey } from '../engine/folder-plan.ts';
import type { Names } from '../engine/same-name.ts';
import { db } from './database.ts';
import { getChildren } from './node-store.ts';
import type { NodeRow, UploadRow } from './rows.ts';

/** The replica first, then what is to be there: of one name, the newest counts. */
export async function readNames(folderId: string, now = Date.now()): Promise<Names> {
  const [nodes, uploads] = await Promise.all([
    getChildren([folderId]),
    db.uploads.where('folderId').equals(folderId).sortBy('position'),
  ]);
  const names: Names = new Map();
  for (const node of nodes) addNode(names, node);
  const known = new Set(nodes.map(({ id }) => id));
  for (const upload of uploads) {
    if (isComing(upload)) addComing(names, upload);
    else if (hasJustArrived(upload, known, now)) addArrived(names, upload);
  }
  return names;
}

function addNode(names: Names, { id, kind, name, version, size, modifiedAt }: NodeRow): void {
  const file = { id, name, version: version ?? 1, sizeBytes: size ?? 0 };
  const at = Date.parse(modifiedAt);
  names.set(
    nameKey(name),
    kind === 'folder' ? { is: 'folder', id } : { is: 'file', ...file, modifiedAt: at },
  );
}

/** What waits for an answer about its name, or cannot go on, has no name yet. */
function isComing({ state, awaitsAnswer }: UploadRow): boolean {
  return !awaitsAnswer && state !== 'done' && state !== 'failed' && state !== 'needs-source';
}

function addComing(names: Names, upload: UploadRow): void {
  names.set(nameKey(upload.filename), { is: 'queued', id: upload.id, ...factsOf(upload) });
}

/** What arrived shows in the replica soon after. */
const SHOWN_WITHIN_MS = 5 * 60_000;

function hasJustArrived(upload: UploadRow, known: ReadonlySet<string>, now: number): boolean {
  const { result, finishedAt } = upload;
  if (result === null || result.isConflictedCopy || known.has(result.fileId)) return false;
  if (result.folderId !== undefined) return false;
  return now - (finishedAt ?? 0) < SHOWN_WITHIN_MS;
}

function addArrived(names: Names, upload: UploadRow): void {
  if (upload.result === null) return;
  const { fileId: id, version } = upload.result;
  names.set(nameKey(upload.filename), { is: 'file', id, version, ...factsOf(upload) });
}

function factsOf({ filename, sizeBytes, lastModified }: UploadRow) {
  return { name: filename, sizeBytes, modifiedAt: lastModified };
}

/** Where a dropped tree meets what is there. */
export interface Ground {
  readonly folders: KnownFolders;
  /** By the id of the folder: of the one dropped on, and of all that are met on the way. */
  readonly names: ReadonlyMap<string, Names>;
}

/** Follows the folders of a dropped tree as far down as folders of the same names exist. */
export async function surveyGround(
  folderPaths: readonly (readonly string[])[],
  folderId: string,
): Promise<Ground> {
  const folders = new Map([[pathKey([]), folderId]]);
  const names = new Map([[folderId, await readNames(folderId)]]);
  for (const path of prefixes(folderPaths)) {
    const parentId = folders.get(pathKey(path.slice(0, -1)));
    const beside = parentId === undefined ? undefined : names.get(parentId);
    const standing = beside?.get(nameKey(path.at(-1) ?? ''));
    if (standing?.is !== 'folder') continue;
    folders.set(pathKey(path), standing.id);
    if (!names.has(standing.id)) names.set(standing.id, await readNames(standing.id));
  }
  return { folders, names };
}

/** Every folder on the way to the given ones once, parents first. */
function prefixes(paths: readonly (readonly string[])[]): Iterable<readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const path of paths) {
    for (let length = 1; length <= path.length; length++) {
      const prefix = path.slice(0, length);
      found.set(pathKey(prefix), prefix);
    }
  }
  return [...found.values()].sort((a, b) => a.length - b.length);
}
