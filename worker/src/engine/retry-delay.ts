// How long to wait before the next try.

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 60_000;

/** Doubles with each try up to a minute; half of it is jitter, so that clients that failed together
 *  do not come back together. `attempts` counts from 1. A Retry-After is the least, and its jitter
 *  comes on top. */
export function retryDelayMs(
  attempts: number,
  random: number,
  retryAfterMs: number | null = null,
): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempts - 1, 30));
  const jittered = Math.round(ceiling / 2 + (ceiling / 2) * random);
  if (retryAfterMs === null) return jittered;
  return Math.max(jittered, retryAfterMs + Math.round(1000 * random));
}
