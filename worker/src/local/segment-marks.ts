// Tells which segment may hold a node without reading it: of every file one number of 32 bits, which
// four in a billion others share.

import { db } from './database.ts';
import type { SegmentMarksRow } from './rows.ts';

function markOf({ id }: { readonly id: string }): number {
  return Number.parseInt(id.slice(-8), 16) >>> 0;
}

interface Known {
  readonly bySegment: Map<string, Uint32Array>;
  /** Those of all segments: nearly every id that is asked for is in none. */
  readonly anywhere: Set<number>;
}

/** Maybe also of one that was not written in the end: only those count whose key is there. */
let known: Known = { bySegment: new Map(), anywhere: new Set() };

export async function addMarks(
  id: string,
  files: readonly { readonly id: string }[],
): Promise<void> {
  const marks = Uint32Array.from(files, markOf).sort();
  await db.segmentMarks.add({ id, marks });
  learn({ id, marks });
}

/** What is known here already is not read again. */
export async function readMarks(): Promise<Known> {
  const ids = await db.segmentMarks.toCollection().primaryKeys();
  const unknown = ids.filter((id) => !known.bySegment.has(id));
  if (unknown.length > 0) {
    for (const row of await db.segmentMarks.bulkGet(unknown)) if (row !== undefined) learn(row);
  }
  if (known.bySegment.size > ids.length) forgetAllBut(new Set(ids));
  return known;
}

function learn({ id, marks }: SegmentMarksRow): void {
  known.bySegment.set(id, marks);
  for (const mark of marks) known.anywhere.add(mark);
}

function forgetAllBut(ids: ReadonlySet<string>): void {
  const left = [...known.bySegment].filter(([id]) => ids.has(id));
  known = { bySegment: new Map(), anywhere: new Set() };
  for (const [id, marks] of left) learn({ id, marks });
}

/** By segment, those of the ids that it may hold. */
export function findHolders(
  { bySegment, anywhere }: Known,
  ids: readonly string[],
): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  const wanted = ids.map((id) => ({ id, mark: markOf({ id }) }));
  const likely = wanted.filter(({ mark }) => anywhere.has(mark));
  if (likely.length === 0) return holders;
  for (const [segmentId, ascending] of bySegment) {
    const here = likely.filter(({ mark }) => has(ascending, mark)).map(({ id }) => id);
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
