// Walks the replica for the files under what is pinned.

import type { WantedFile } from '../engine/keep/content.ts';
import { getChildren, getNode } from './node-store.ts';
import { findTrashed } from './nodes.ts';
import type { NodeRow } from './rows.ts';

export interface PinnedFiles {
  readonly nodeId: string;
  readonly files: readonly WantedFile[];
}

/** The files under each pin, those nearest to it first; none where the pin itself, or a folder above
 *  it, is in the trash. Undefined where the replica does not know the node. */
export async function readPinnedFiles(nodeId: string): Promise<WantedFile[] | undefined> {
  const node = await getNode(nodeId);
  if (node === undefined) return undefined;
  if ((await findTrashed(nodeId)) !== null) return [];
  const files: WantedFile[] = [];
  let level = [node];
  while (level.length > 0) {
    files.push(...level.flatMap(wantedFile));
    const folders = level.filter(({ kind }) => kind === 'folder');
    level = folders.length === 0 ? [] : await getChildren(folders.map(({ id }) => id));
  }
  return files;
}

function wantedFile({ id: fileId, kind, contentHash, size, version }: NodeRow): WantedFile[] {
  if (kind !== 'file' || contentHash === null || size === null || version === null) return [];
  return [{ fileId, contentHash, sizeBytes: size, version }];
}
