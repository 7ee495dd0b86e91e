// Reads the replica of the tree. Every function can be observed by a live query.

import type { PathStep } from '@satchel/shared/wire/nodes';
import { db } from './database.ts';
import type { NodeRow } from './rows.ts';

/** What is in a folder, in no particular order; nothing that was trashed. */
export async function readChildren(parentId: string): Promise<NodeRow[]> {
  return db.nodes.where('[parentId+isTrashRoot]').equals([parentId, 0]).toArray();
}

export async function readChildIds(parentId: string): Promise<string[]> {
  return db.nodes.where('[parentId+isTrashRoot]').equals([parentId, 0]).primaryKeys();
}

export async function findNode(id: string): Promise<NodeRow | undefined> {
  return db.nodes.get(id);
}

export async function findNodes(ids: readonly string[]): Promise<NodeRow[]> {
  const rows = await db.nodes.bulkGet([...ids]);
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
    const row: NodeRow | undefined = await db.nodes.get(id);
    if (row === undefined) break;
    path.unshift({ id, name: row.name });
    id = row.parentId;
  }
  return path;
}

/** What the trash lists, newest first. */
export async function readTrash(): Promise<NodeRow[]> {
  const rows = await readTrashRoots();
  return rows.sort((a, b) => (b.trashedAt ?? '').localeCompare(a.trashedAt ?? ''));
}

/** What was trashed itself, in no order. */
export async function readTrashRoots(): Promise<NodeRow[]> {
  const rows = await db.nodes.where('trashedAt').above('').toArray();
  return rows.filter(({ isTrashRoot }) => isTrashRoot === 1);
}

/** What takes a node out of sight: itself or the folder above it that was trashed; null where it is
 *  in sight. */
export async function findTrashed(id: string): Promise<NodeRow | null> {
  const seen = new Set<string>();
  let row = await db.nodes.get(id);
  while (row !== undefined && !seen.has(row.id)) {
    if (row.isTrashRoot === 1) return row;
    seen.add(row.id);
    row = row.parentId === null ? undefined : await db.nodes.get(row.parentId);
  }
  return null;
}
