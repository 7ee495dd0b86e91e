// Tells which segment may hold a node without reading it: of every file one number of 32 bits, which
// four in a billion others share.

import { db } from './database.ts';

function markOf({ id }: { readonly id: string }): number {
  return Number.parseInt(id.slice(-8), 16) >>> 0;
}

/** Maybe of one that was not written in the end: only those count whose key is there. */
const known = new Map<string, Uint32Array>();

export async function addMarks(
  id: string,
  files: readonly { readonly id: string }[],
): Promise<void> {
  const marks = Uint32Array.from(files, markOf).sort();
  await db.segmentMarks.add({ id, marks });
  known.set(id, marks);
}

/** By segment. What is known here already is not read again. */
export async function readMarks(): Promise<ReadonlyMap<string, Uint32Array>> {
  const ids = await db.segmentMarks.toCollection().primaryKeys();
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    for (const row of await db.segmentMarks.bulkGet(unknown)) {
      if (row !== undefined) known.set(row.id, row.marks);
    }
  }
  if (known.size > ids.length) forgetAllBut(new Set(ids));
  return known;
}

function forgetAllBut(ids: ReadonlySet<string>): void {
  for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
}

/** By segment, those of the ids that it may hold. */
export function findHolders(
  marks: ReadonlyMap<string, Uint32Array>,
  ids: readonly string[],
): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  const wanted = ids.map((id) => ({ id, mark: markOf({ id }) }));
  for (const [segmentId, ascending] of marks) {
    const here = wanted.filter(({ mark }) => has(ascending, mark)).map(({ id }) => id);
    if (here.length > 0) holders.set(segmentId, here);
  }
  return holders;
}

function has(ascending: Uint32Array, wanted: number): boolean {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return ascending[from] === wanted;
}
