// Rate and time left, from what was acknowledged when.

/** Older speed counts half after this long. */
const HALF_LIFE_MS = 4000;

export interface Pace {
  readonly bytesPerSecond: number | null;
  readonly ackedAt: number | null;
}

/** The pace after `bytes` more arrived at `at`. Smoothed over time, not over samples: four chunks
 *  that are acknowledged together weigh as much as one that took as long. */
export function paceAfter(pace: Pace, bytes: number, at: number): Pace {
  if (pace.ackedAt === null) return { bytesPerSecond: null, ackedAt: at };
  const elapsedMs = at - pace.ackedAt;
  if (elapsedMs <= 0) return addBurst(pace, bytes);
  const speed = (bytes * 1000) / elapsedMs;
  if (pace.bytesPerSecond === null) return { bytesPerSecond: speed, ackedAt: at };
  const kept = 0.5 ** (elapsedMs / HALF_LIFE_MS);
  return { bytesPerSecond: pace.bytesPerSecond * kept + speed * (1 - kept), ackedAt: at };
}

/** What arrives in the same moment raises the speed as if it had been spread over a half-life. */
function addBurst(pace: Pace, bytes: number): Pace {
  const { bytesPerSecond, ackedAt } = pace;
  const gain = (bytes * 1000 * Math.LN2) / HALF_LIFE_MS;
  return { bytesPerSecond: bytesPerSecond === null ? null : bytesPerSecond + gain, ackedAt };
}

/** Milliseconds until `bytesLeft` have gone, null where the pace is unknown or stale. */
export function timeLeftMs(pace: Pace, bytesLeft: number, now: number): number | null {
  if (bytesLeft === 0) return 0;
  if (pace.bytesPerSecond === null || pace.ackedAt === null || pace.bytesPerSecond < 1) return null;
  if (now - pace.ackedAt > STALE_AFTER_MS) return null;
  return (bytesLeft * 1000) / pace.bytesPerSecond;
}

/** A 4 MiB chunk on a slow line takes this long. */
const STALE_AFTER_MS = 60_000;
