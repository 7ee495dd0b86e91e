/** How fast work is done, from what was seen in the last seconds. Times are milliseconds. */
export interface Sample {
  readonly atMs: number;
  readonly done: number;
}

// Chunks of 4 MiB are acknowledged in steps; over ten seconds the steps even out.
const WINDOW_MS = 10_000;
const SHORTEST_MS = 2500;

/** Adds what is true now. A count that goes back (a file was cancelled) starts the meter afresh. */
export function addSample(samples: readonly Sample[], now: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && now.done < last.done) return [now];
  // The newest sample outside the window stays, so that the window is always covered.
  const firstInside = samples.findIndex(({ atMs }) => now.atMs - atMs <= WINDOW_MS);
  const from = firstInside === -1 ? samples.length - 1 : firstInside - 1;
  return [...samples.slice(Math.max(0, from)), now];
}

/** Work done in each second, or null while too little was seen to say: too short a time, or less
 *  work than `least`. */
export function rateOf(samples: readonly Sample[], least = 0): number | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return null;
  const elapsedMs = last.atMs - first.atMs;
  if (elapsedMs < SHORTEST_MS) return null;
  const done = last.done - first.done;
  return done < least ? null : (done * 1000) / elapsedMs;
}

/** Seconds until `left` is done, or null where nobody can know. */
export function secondsLeft(left: number, perSecond: number | null): number | null {
  if (perSecond === null || perSecond <= 0) return null;
  return left / perSecond;
}
