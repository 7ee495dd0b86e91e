// Puts staged parts; where this browser has no room, waits until sent chunks have made some.

import { markWaitingForRoom, putStagedParts, type StagedPart } from '../local/staged-chunks.ts';

const ROOM_CHECK_MS = 1000;

/** The ids whose next part is still wanted. */
export async function storeParts(
  parts: readonly StagedPart[],
  sleep: (ms: number) => Promise<void>,
): Promise<Set<string>> {
  for (;;) {
    try {
      return await putStagedParts(parts);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await markWaitingForRoom(parts.map((part) => part.uploadId));
      await sleep(ROOM_CHECK_MS);
    }
  }
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
