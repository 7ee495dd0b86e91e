// The chunks of an upload that have to be sent, window by window, while staging may still add more.

import type { ChunkRow } from '../local/rows.ts';
import type { ChunkToSend } from '../net/upload-api.ts';
import { type Drain, mayGoOn } from './lane.ts';
import type { Hand } from './recorder.ts';
import { isWorthChecking, noteAcked } from './resync-upload.ts';

const WINDOW_CHUNKS = 32;
const STAGING_CHECK_MS = 200;
/** Whoever stages may have gone; then the lane is better used for another upload. */
const STAGING_CHECKS = 15;

/** Ends when every chunk that there is to send was looked at, or the upload was stopped, or time is
 *  up. What the server has already is counted as arrived on the way. */
export async function* neededChunks(drain: Drain, hand: Hand): AsyncGenerator<ChunkToSend[]> {
  let next = 0;
  for (let checks = 0; checks < STAGING_CHECKS && mayGoOn(drain, hand); checks++) {
    const isStaged = hand.upload.stagedChunks === hand.upload.totalChunks;
    const rows = await readWindow(drain, hand, next);
    const ready = hashedRun(rows);
    const last = ready.at(-1);
    if (last !== undefined) {
      next = last.index + 1;
      checks = 0;
      yield await stillNeeded(drain, hand, ready.map(toSend));
    } else if (rows.length > 0 || isStaged) {
      return;
    } else {
      await drain.control.nap(STAGING_CHECK_MS);
      await drain.recorder.reread(hand);
    }
  }
}

async function readWindow(drain: Drain, hand: Hand, next: number): Promise<ChunkRow[]> {
  if (hand.onlyChunk !== null && hand.upload.ackedChunks === 0) {
    return next === 0 ? [hand.onlyChunk] : [];
  }
  return drain.ports.store.readPendingChunks(hand.upload.id, next, WINDOW_CHUNKS);
}

type HashedRow = ChunkRow & { readonly hash: string };

/** Chunks are hashed in order, so the first without a hash ends what can be sent. */
function hashedRun(rows: readonly ChunkRow[]): HashedRow[] {
  const end = rows.findIndex((row) => row.hash === null);
  return rows.slice(0, end < 0 ? rows.length : end).filter(isHashed);
}

function isHashed(row: ChunkRow): row is HashedRow {
  return row.hash !== null;
}

function toSend({ index, hash, bytes }: HashedRow): ChunkToSend {
  return { index, hash, bytes };
}

async function stillNeeded(
  drain: Drain,
  hand: Hand,
  chunks: readonly ChunkToSend[],
): Promise<ChunkToSend[]> {
  const { session, sizeBytes } = hand.upload;
  if (session === null || !isWorthChecking(sizeBytes)) return [...chunks];
  const existing = new Set<number>();
  for (const run of contiguousRuns(chunks)) {
    const hashes = run.map((chunk) => chunk.hash);
    const offset = run[0]?.index ?? 0;
    const answer = await drain.ports.uploads.check(session, hashes, offset, hand.stop.signal);
    for (const index of answer.existing) existing.add(index);
  }
  if (existing.size > 0) noteAcked(drain, hand, [...existing], true);
  return chunks.filter((chunk) => !existing.has(chunk.index));
}

function contiguousRuns(chunks: readonly ChunkToSend[]): ChunkToSend[][] {
  const runs: ChunkToSend[][] = [];
  for (const chunk of chunks) {
    const run = runs.at(-1);
    if (run?.at(-1)?.index === chunk.index - 1) run?.push(chunk);
    else runs.push([chunk]);
  }
  return runs;
}
