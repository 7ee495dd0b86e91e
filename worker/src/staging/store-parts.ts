// Puts staged parts; where this browser has no room, waits until sent chunks have made some.

import { markWaitingForRoom, putStagedParts, type StagedPart } from '../local/staged-chunks.ts';

const ROOM_CHECK_MS = 1000;

type Parts = readonly StagedPart[];

/** Where parts go. */
export interface Room {
  put(parts: Parts): Promise<Set<string>>;
  markWaiting(uploadIds: readonly string[]): Promise<void>;
  sleep(ms: number): Promise<void>;
}

export const browserRoom: Room = {
  put: putStagedParts,
  markWaiting: markWaitingForRoom,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** The ids whose next part is still wanted. What does not fit is put piece by piece: what was read
 *  at once may be more than this browser will ever have room for. */
export async function storeParts(room: Room, parts: Parts): Promise<Set<string>> {
  for (;;) {
    try {
      return await room.put(parts);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
    }
    const halves = split(parts);
    if (halves !== null) return storeHalves(room, ...halves);
    await room.markWaiting(parts.map((part) => part.uploadId)).catch(unlessFull);
    await room.sleep(ROOM_CHECK_MS);
  }
}

async function storeHalves(room: Room, first: Parts, second: Parts): Promise<Set<string>> {
  const wanted = await storeParts(room, first);
  const begun = new Set(first.map((part) => part.uploadId));
  const rest = second.filter(({ uploadId }) => !begun.has(uploadId) || wanted.has(uploadId));
  if (rest.length === 0) return wanted;
  for (const { uploadId } of rest) wanted.delete(uploadId);
  return new Set([...wanted, ...(await storeParts(room, rest))]);
}

/** Null where there is one chunk: that is the smallest piece. */
function split(parts: Parts): [Parts, Parts] | null {
  const [part] = parts;
  if (parts.length > 1) {
    const middle = parts.length >> 1;
    return [parts.slice(0, middle), parts.slice(middle)];
  }
  if (part === undefined || part.chunks.length < 2) return null;
  const { firstIndex, chunks } = part;
  const middle = chunks.length >> 1;
  return [
    [{ ...part, chunks: chunks.slice(0, middle) }],
    [{ ...part, firstIndex: firstIndex + middle, chunks: chunks.slice(middle) }],
  ];
}

// That it waits is then not shown; it waits all the same.
function unlessFull(error: unknown): void {
  if (!isQuotaError(error)) throw error;
}

/** Dexie wraps the database's error in that of the transaction it ended. */
export function isQuotaError(error: unknown): boolean {
  for (let e = error; e instanceof Error || e instanceof DOMException; e = innerOf(e)) {
    if (e.name === 'QuotaExceededError') return true;
  }
  return false;
}

function innerOf(error: object): unknown {
  return 'inner' in error ? error.inner : null;
}
