// How the way to the server is doing. What concerns every upload is counted here, once, and burns
// no tries of any of them.

import { retryDelayMs } from './retry-delay.ts';
import type { Refusal } from './upload.ts';

export interface Connection {
  readonly failures: number;
  /** Nothing is sent before this moment. */
  readonly closedUntil: number;
}

export const OPEN: Connection = { failures: 0, closedUntil: 0 };

const CONCERNS_ALL: ReadonlySet<string> = new Set([
  'network',
  'unreadable-answer',
  'rate-limited',
  'storage-unavailable',
  'storage-full',
]);

/** Whether any other request would have been refused as well. */
export function concernsAll(refusal: Pick<Refusal, 'code' | 'reaction'>): boolean {
  return refusal.reaction === 'retry' && CONCERNS_ALL.has(refusal.code);
}

/** Requests that were under way together and fail together count as one failure. */
export function afterFailure(
  connection: Connection,
  now: number,
  random: number,
  retryAfterMs: number | null,
): Connection {
  if (now < connection.closedUntil) return connection;
  const failures = connection.failures + 1;
  return { failures, closedUntil: now + retryDelayMs(failures, random, retryAfterMs) };
}
