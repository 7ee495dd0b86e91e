import { retryDelayMs } from '../retry-delay.ts';

const LONGEST_MS = 30_000;

/** How long to wait after so many failures in a row. It is tried without end, but never more rarely
 *  than twice a minute, unless the server asks for that. */
export function feedDelayMs(
  failures: number,
  random: number,
  retryAfterMs: number | null = null,
): number {
  const ownMs = Math.min(LONGEST_MS, retryDelayMs(failures, random));
  return retryAfterMs === null ? ownMs : Math.max(ownMs, retryAfterMs + Math.round(1000 * random));
}
