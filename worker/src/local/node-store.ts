// The nodes of the replica, each in one of two places: in a row of its own, or in a segment. Nobody else
// reads or writes either.

import { db } from './database.ts';
import type { NamedRow, NodeRow } from './rows.ts';
import {
  addSegments,
  countInSegments,
  eachSegment,
  findInSegments,
  nodeStores,
  readFilesIn,
  readFromSegments,
  sampleSegment,
  takeFromSegments,
} from './segments.ts';

export { nodeStores } from './segments.ts';

/** The names of the tables whose changes are changes of nodes. */
export const nodeStoreNames = [db.nodes.name, db.segments.name];

export async function getNode(id: string): Promise<NodeRow | undefined> {
  return (await getNodes([id]))[0];
}

/** In the order of the ids. */
export function getNodes(ids: readonly string[]): Promise<(NodeRow | undefined)[]> {
  return db.transaction('r', nodeStores, async () => {
    const rows = await db.nodes.bulkGet([...ids]);
    const others = ids.filter((_id, i) => rows[i] === undefined);
    const found = await readFromSegments(others);
    return ids.map((id, i) => rows[i] ?? found.get(id));
  });
}

/** What is in these folders, in no order; nothing that was trashed itself. */
export function getChildren(parentIds: readonly string[]): Promise<NodeRow[]> {
  return db.transaction('r', nodeStores, async () => {
    const found: NodeRow[] = [];
    for (const parentId of parentIds) {
      const rows = db.nodes.where('[parentId+isTrashRoot]').equals([parentId, 0]);
      found.push(...(await rows.toArray()), ...(await readFilesIn(parentId)));
    }
    return found;
  });
}

/** What was trashed itself, in no order. */
export async function getTrashRoots(): Promise<NodeRow[]> {
  const rows = await db.nodes.where('trashedAt').above('').toArray();
  return rows.filter(({ isTrashRoot }) => isTrashRoot === 1);
}

// Of larger groups Dexie says only that the whole table may have changed.
const NAMED_AT_ONCE = 49;
/** More than that is no change but a catch-up: whoever watches does well to read anew. */
const NAMED_AT_MOST = 500;

/** Within a transaction. Who watches learns which ones. */
export async function putNodes(rows: readonly NodeRow[]): Promise<void> {
  if (rows.length === 0) return;
  await takeFromSegments(rows.map(({ id }) => id));
  const atOnce = rows.length > NAMED_AT_MOST ? rows.length : NAMED_AT_ONCE;
  for (let from = 0; from < rows.length; from += atOnce) {
    await db.nodes.bulkPut(rows.slice(from, from + atOnce));
  }
}

/** Within a transaction. */
export async function deleteNodes(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await takeFromSegments(ids);
  await db.nodes.bulkDelete([...ids]);
}

/** Of fewer files each is better off with a row of its own. */
const SEGMENT_AT_LEAST = 100;

/** Within a transaction, puts nodes that are not here: `findHere` says so. */
export async function addNodes(rows: readonly NodeRow[]): Promise<void> {
  const files = rows.filter(mayBeInSegment);
  const isSegment = files.length >= SEGMENT_AT_LEAST;
  const others = isSegment ? rows.filter((row) => !mayBeInSegment(row)) : rows;
  await Promise.all([
    isSegment ? addSegments(files) : null,
    others.length > 0 ? db.nodes.bulkAdd(others) : null,
  ]);
}

// Folders are asked for one by one, as steps of a way; the trash is found by its index.
function mayBeInSegment({ kind, isTrashRoot, trashedAt }: NodeRow): boolean {
  return kind === 'file' && isTrashRoot === 0 && trashedAt === null;
}

/** Of these ids, those that may be here. Made for many ids of a tree of which little is here in rows:
 *  the keys between the least and the greatest are read, not each of them. */
export async function findHere(ids: readonly string[]): Promise<Set<string>> {
  const ordered = [...ids].sort();
  const [least, greatest] = [ordered[0], ordered.at(-1)];
  if (least === undefined || greatest === undefined) return new Set();
  const [keys, held] = await Promise.all([
    db.nodes.where('id').between(least, greatest, true, true).primaryKeys(),
    findInSegments(ids),
  ]);
  const rows = new Set(keys);
  return new Set(ids.filter((id) => rows.has(id) || held.has(id)));
}

const READ_AT_ONCE = 2000;

/** The names of all nodes, some at a time, each time in a task of its own; all folders, and what was
 *  trashed, come first. What changes meanwhile may be missing, or come twice: the later one counts. */
export async function eachNames(take: (rows: readonly NamedRow[]) => void): Promise<void> {
  let last: string | undefined = '';
  while (last !== undefined) {
    const rows: NodeRow[] = await db.nodes.where('id').above(last).limit(READ_AT_ONCE).toArray();
    take(rows.map(toNamed));
    last = rows.at(-1)?.id;
  }
  await eachSegment(take);
}

export function toNamed(row: NodeRow): NamedRow {
  const { id, parentId, name, isTrashRoot } = row;
  return { id, parentId, name, isTrashRoot, whole: () => row };
}

export function countNodes(): Promise<number> {
  return db.transaction('r', nodeStores, async () => {
    return (await db.nodes.count()) + (await countInSegments());
  });
}

/** Any of them. */
export async function sampleNodes(count: number): Promise<readonly NodeRow[]> {
  const rows = await db.nodes.limit(count).toArray();
  if (rows.length === count) return rows;
  return [...rows, ...(await sampleSegment())].slice(0, count);
}
