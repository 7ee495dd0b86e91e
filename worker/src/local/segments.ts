// Files that came together, many to a record. IndexedDB takes about as long for a record of one node as
// for one of a thousand, so a large tree comes, and is read, ten times faster so. A segment is written
// once and never changed: a file of it that changes gets a row in `nodes`, and is noted as taken.

import { Dexie } from 'dexie';
import { uuidv7 } from 'uuidv7';
import { db } from './database.ts';
import { packRows, unpackNames, unpackRows } from './packed-rows.ts';
import type { NamedRow, NodeRow, SegmentRow } from './rows.ts';
import { addMarks, findHolders, readMarks } from './segment-marks.ts';

/** What a transaction has to hold that reads or writes nodes. */
export const nodeStores = [db.nodes, db.segments, db.segmentMarks, db.taken];

interface Segment {
  readonly id: string;
  readonly byId: ReadonlyMap<string, NodeRow>;
}

/** The segments that were read last, here as objects. What was written once stays true. */
const HELD_AT_MOST = 16;
const held = new Map<string, Segment>();

/** A folder of two hundred is read from as much. */
const FILES_AT_MOST = 2000;

/** Writes files that have neither a row nor a segment; those of a folder next to each other. */
export async function addSegments(files: readonly NodeRow[]): Promise<void> {
  const folder = ({ parentId }: NodeRow) => parentId ?? '';
  const ordered = [...files].sort(
    (a, b) => Number(folder(a) > folder(b)) - Number(folder(a) < folder(b)),
  );
  const adding: Promise<void>[] = [];
  for (let from = 0; from < ordered.length; from += FILES_AT_MOST) {
    adding.push(addSegment(ordered.slice(from, from + FILES_AT_MOST)));
  }
  await Promise.all(adding);
}

async function addSegment(files: readonly NodeRow[]): Promise<void> {
  const id = uuidv7();
  const parentIds = [...new Set(files.map(({ parentId }) => parentId ?? ''))];
  const segment = { id, parentIds, files: packRows(files) };
  await Promise.all([db.segments.add(segment), addMarks(id, files)]);
}

/** Of these ids, those of which a segment may speak. */
export async function findInSegments(ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set([...findHolders(await readMarks(), ids).values()].flat());
}

/** Whatever segments say of these nodes does not count from now on. */
export async function takeFromSegments(ids: readonly string[]): Promise<void> {
  const holders = findHolders(await readMarks(), ids);
  if (holders.size === 0) return;
  const taken = [...holders].flatMap(([segmentId, nodeIds]) =>
    nodeIds.map((nodeId) => ({ segmentId, nodeId })),
  );
  await db.taken.bulkPut(taken);
}

/** What segments say of these nodes. */
export async function readFromSegments(ids: readonly string[]): Promise<Map<string, NodeRow>> {
  const found = new Map<string, NodeRow>();
  const holders = findHolders(await readMarks(), ids);
  if (holders.size === 0) return found;
  const keys = [...holders].flatMap(([segmentId, nodeIds]) =>
    nodeIds.map((nodeId): [string, string] => [segmentId, nodeId]),
  );
  const taken = await db.taken.bulkGet(keys);
  const left = keys.filter((_key, i) => taken[i] === undefined);
  const segments = await readSegments([...new Set(left.map(([segmentId]) => segmentId))]);
  for (const [segmentId, nodeId] of left) {
    const file = segments.get(segmentId)?.byId.get(nodeId);
    if (file !== undefined) found.set(nodeId, file);
  }
  return found;
}

/** The files of a folder that lie in segments. */
export async function readFilesIn(parentId: string): Promise<NodeRow[]> {
  const ids = await db.segments.where('parentIds').equals(parentId).primaryKeys();
  const [segments, taken] = await Promise.all([readSegments(ids), readTaken(ids)]);
  const files: NodeRow[] = [];
  for (const [id, { byId }] of segments) {
    for (const file of byId.values()) {
      if (file.parentId === parentId && !taken.get(id)?.has(file.id)) files.push(file);
    }
  }
  return files;
}

const READ_AT_ONCE = 2;

/** All files of all segments, some segments at a time, oldest first. What is read so is not held. */
export async function eachSegment(take: (files: readonly NamedRow[]) => void): Promise<void> {
  const ids = await db.segments.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    take(await readNames(ids.slice(from, from + READ_AT_ONCE)));
  }
}

function readNames(ids: readonly string[]): Promise<NamedRow[]> {
  return db.transaction('r', nodeStores, async () => {
    const [segments, taken] = await Promise.all([db.segments.bulkGet([...ids]), readTaken(ids)]);
    return segments
      .filter((segment) => segment !== undefined)
      .flatMap(({ id, files }) =>
        unpackNames(files).filter((file) => !taken.get(id)?.has(file.id)),
      );
  });
}

/** Some files of one of them. */
export async function sampleSegment(): Promise<readonly NodeRow[]> {
  const segment = await db.segments.toCollection().first();
  return segment === undefined ? [] : unpackRows(segment.files);
}

/** What merely shares its mark with a node that was taken is counted as taken too. */
export async function countInSegments(): Promise<number> {
  const { bySegment } = await readMarks();
  const files = [...bySegment.values()].reduce((sum, { length }) => sum + length, 0);
  return files - (await db.taken.count());
}

/** By segment, what of it does not count any more. */
async function readTaken(ids: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const keys = await Promise.all(
    ids.map((id) =>
      db.taken
        .where('[segmentId+nodeId]')
        .between([id, Dexie.minKey], [id, Dexie.maxKey])
        .primaryKeys(),
    ),
  );
  return new Map(ids.map((id, i) => [id, new Set((keys[i] ?? []).map(([, nodeId]) => nodeId))]));
}

async function readSegments(ids: readonly string[]): Promise<Map<string, Segment>> {
  const missing = ids.filter((id) => !held.has(id));
  const rows = missing.length === 0 ? [] : await db.segments.bulkGet(missing);
  const read = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, opened(row)]])));
  const found = new Map<string, Segment>();
  for (const id of ids) {
    const segment = read.get(id) ?? held.get(id);
    if (segment === undefined) continue;
    found.set(id, segment);
    hold(segment);
  }
  return found;
}

function opened(row: SegmentRow): Segment {
  return { id: row.id, byId: new Map(unpackRows(row.files).map((file) => [file.id, file])) };
}

function hold(segment: Segment): void {
  held.delete(segment.id);
  held.set(segment.id, segment);
  for (const id of held.keys()) {
    if (held.size <= HELD_AT_MOST) break;
    held.delete(id);
  }
}
