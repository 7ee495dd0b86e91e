// Puts a dropped tree into the queue: finds what is there already and what has to be asked.

import { fittingTree } from '../engine/fitting-tree.ts';
import {
  type PlannedFile,
  type PlannedFolder,
  planTree,
  type TreeEntry,
} from '../engine/folder-plan.ts';
import { type Names, placerIn } from '../engine/same-name.ts';
import { readAccount } from './account.ts';
import { db } from './database.ts';
import { getNode } from './node-store.ts';
import { queueMutations } from './queue-mutations.ts';
import type { UploadRow } from './rows.ts';
import { nodeTables } from './shadows.ts';
import { giveSource, readWithoutSource } from './staged-chunks.ts';
import { surveyGround } from './standing-names.ts';
import { enqueue, type NewUpload } from './upload-queue.ts';

/** As much of a file as its row in the queue says. */
export interface AddedSource {
  readonly size: number;
  readonly type: string;
  readonly lastModified: number;
}

export interface AddedTree<Source extends AddedSource> {
  readonly userId: string;
  /** The thread that holds the sources. */
  readonly stager: string;
  readonly folderId: string;
  readonly entries: readonly TreeEntry<Source>[];
  readonly newId: () => string;
}

export interface QueuedSource<Source> {
  readonly uploadId: string;
  readonly source: Source;
}

type Planned<Source> = PlannedFile<Source> & { readonly id: string };

/** All of it in one transaction, so that nothing of the same name slips in between. What has a name
 *  that cannot be used is queued under the nearest that can. Gives the files
 *  in the order given, each with its upload: a new one, or the one that was waiting for this file. */
export async function addTree<Source extends AddedSource>(
  tree: AddedTree<Source>,
): Promise<QueuedSource<Source>[]> {
  return db.transaction('rw', [...nodeTables, db.uploads, db.account], async () => {
    const entries = fittingTree(tree.entries);
    const paths = entries.map(({ kind, path }) => (kind === 'file' ? path.slice(0, -1) : path));
    const ground = await surveyGround(paths, tree.folderId);
    const plan = planTree(entries, tree.folderId, tree.newId, ground.folders);
    const awaited = awaitedSources(await readWithoutSource(tree.userId));
    const files = plan.files.map((file) => ({ ...file, id: awaited.get(keyOf(file)) ?? '' }));
    const added = files.map((file) => ({ ...file, id: file.id || tree.newId() }));
    const fresh = added.filter((_file, i) => files[i]?.id === '');
    const { userId, stager } = tree;
    const uploads = placedUploads(fresh, ground.names);
    await queueFolders(tree, plan.folders);
    await enqueue({ userId, stager, files: uploads });
    for (const { id } of files) if (id !== '') await giveSource(id, stager);
    return added.map(({ id, source }) => ({ uploadId: id, source }));
  });
}

/** They are rows at once, and one that is there by then takes in what was dropped. */
async function queueFolders(
  { userId, folderId }: Pick<AddedTree<AddedSource>, 'userId' | 'folderId'>,
  folders: readonly PlannedFolder[],
): Promise<void> {
  const { user } = await readAccount();
  if (folders.length === 0 || user === null) return;
  const spaceId = (await getNode(folderId))?.spaceId ?? user.personalSpaceId;
  const by = { id: user.id, displayName: user.displayName };
  const creations = folders.map(({ id, name, parentId }) => {
    const is = 'create-folder' as const;
    return { nodeId: id, mutation: { is, name, parentId, spaceId, by, joins: true } };
  });
  await queueMutations({ userId, rootFolderId: user.rootFolderId }, creations);
}

function placedUploads<Source extends AddedSource>(
  files: readonly Planned<Source>[],
  names: ReadonlyMap<string, Names>,
): NewUpload[] {
  const placers = new Map<string, ReturnType<typeof placerIn>>();
  return files.map(({ id, name, folderId, source }) => {
    const place = placers.get(folderId) ?? placerIn(names.get(folderId) ?? new Map());
    placers.set(folderId, place);
    const { size: sizeBytes, type: mimeType, lastModified } = source;
    const how = place({ id, name, sizeBytes, modifiedAt: lastModified });
    return { id, sizeBytes, mimeType, lastModified, folderId, ...how };
  });
}

/** Uploads that stopped because their file could not be read any more, by what it looked like. */
function awaitedSources(uploads: readonly UploadRow[]): Map<string, string> {
  return new Map(
    uploads.map((u) => [key(u.folderId, u.filename, u.sizeBytes, u.lastModified), u.id]),
  );
}

function keyOf({ folderId, name, source }: PlannedFile<AddedSource>): string {
  return key(folderId, name, source.size, source.lastModified);
}

function key(...parts: (string | number | null)[]): string {
  return JSON.stringify(parts);
}
