// Rate and time left, from what was acknowledged when.

/** Older speed counts half after this long. */
const HALF_LIFE_MS = 4000;
/** Before that, one chunk more or less would change everything. */
const KNOWN_AFTER_MS = 500;
/** After a longer break what was before says nothing. */
const BREAK_MS = 60_000;

export interface Pace {
  /** Null until it is known. */
  readonly bytesPerSecond: number | null;
  readonly ackedAt: number | null;
  /** When the first bytes of this stretch arrived. */
  readonly paceSince: number | null;
  /** The speed as it would be had there been none before `paceSince`. */
  readonly rawPace: number;
}

export const NO_PACE: Pace = { bytesPerSecond: null, ackedAt: null, paceSince: null, rawPace: 0 };

/** The pace after `bytes` more arrived at `at`. Smoothed over time, not over samples: four chunks
 *  that are acknowledged together weigh as much as one that took as long. */
export function paceAfter(pace: Pace, bytes: number, at: number): Pace {
  const { ackedAt, paceSince } = pace;
  if (ackedAt === null || paceSince === null || at - ackedAt > BREAK_MS) {
    return { ...NO_PACE, ackedAt: at, paceSince: at };
  }
  const elapsedMs = Math.max(1, at - ackedAt);
  const kept = 0.5 ** (elapsedMs / HALF_LIFE_MS);
  const rawPace = pace.rawPace * kept + ((bytes * 1000) / elapsedMs) * (1 - kept);
  const weight = 1 - 0.5 ** ((at - paceSince) / HALF_LIFE_MS);
  const isKnown = at - paceSince >= KNOWN_AFTER_MS;
  return { bytesPerSecond: isKnown ? rawPace / weight : null, ackedAt: at, paceSince, rawPace };
}

/** Milliseconds until `bytesLeft` have gone, null where the pace is unknown or stale. */
export function timeLeftMs(
  pace: Pick<Pace, 'bytesPerSecond' | 'ackedAt'>,
  bytesLeft: number,
  now: number,
): number | null {
  if (bytesLeft === 0) return 0;
  if (pace.bytesPerSecond === null || pace.ackedAt === null || pace.bytesPerSecond < 1) return null;
  if (now - pace.ackedAt > BREAK_MS) return null;
  return (bytesLeft * 1000) / pace.bytesPerSecond;
}
