// Reads the replica of the tree. Every function can be observed by a live query.

import type { PathStep } from '@satchel/shared/wire/nodes';
import { getChildren, getNode, getNodes, getTrashRoots } from './node-store.ts';
import type { NodeRow } from './rows.ts';

/** What is in a folder, in no particular order; nothing that was trashed. */
export async function readChildren(parentId: string): Promise<NodeRow[]> {
  return getChildren([parentId]);
}

export async function readChildIds(parentId: string): Promise<string[]> {
  return (await readChildren(parentId)).map(({ id }) => id);
}

export async function isFolderEmpty(folderId: string): Promise<boolean> {
  return (await readChildIds(folderId)).length === 0;
}

export async function findNode(id: string): Promise<NodeRow | undefined> {
  return getNode(id);
}

export async function findNodes(ids: readonly string[]): Promise<NodeRow[]> {
  const rows = await getNodes(ids);
  return rows.filter((row) => row !== undefined);
}

/** The way to a folder, root first, the folder itself last. Begins later, or is empty, where the
 *  replica does not know the folders above. */
export async function readPath(folderId: string): Promise<PathStep[]> {
  const path: PathStep[] = [];
  const seen = new Set<string>();
  let id: string | null = folderId;
  while (id !== null && !seen.has(id)) {
    seen.add(id);
    const row: NodeRow | undefined = await getNode(id);
    if (row === undefined) break;
    path.unshift({ id, name: row.name });
    id = row.parentId;
  }
  return path;
}

/** What the trash lists, newest first. */
export async function readTrash(): Promise<NodeRow[]> {
  const rows = await getTrashRoots();
  return rows.sort((a, b) => (b.trashedAt ?? '').localeCompare(a.trashedAt ?? ''));
}

export async function isTrashEmpty(): Promise<boolean> {
  return (await getTrashRoots()).length === 0;
}

/** What takes a node out of sight: itself or the folder above it that was trashed; null where it is
 *  in sight. */
export async function findTrashed(id: string): Promise<NodeRow | null> {
  const seen = new Set<string>();
  let row = await getNode(id);
  while (row !== undefined && !seen.has(row.id)) {
    if (row.isTrashRoot === 1) return row;
    seen.add(row.id);
    row = row.parentId === null ? undefined : await getNode(row.parentId);
  }
  return null;
}
