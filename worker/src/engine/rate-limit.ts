// Keeps to a number of bytes a second over time. A chunk goes as a whole, so what it takes beyond
// what has been saved up is waited for before the next one.

export interface Allowance {
  /** Bytes that may go at once; below zero while an earlier chunk is still being paid for. */
  readonly bytes: number;
  readonly at: number;
}

/** Nothing saved up, nothing owed. */
export const NO_ALLOWANCE: Allowance = { bytes: 0, at: Number.NEGATIVE_INFINITY };

/** What was not used is kept for so long: a short pause does not have to be made up by a burst. */
const SAVED_MS = 1000;

export interface Spending {
  readonly allowance: Allowance;
  /** How long to wait before the bytes may go. */
  readonly waitMs: number;
}

/** Spends `bytes` at `now`, whoever waited before them first. */
export function spend(
  allowance: Allowance,
  bytesPerSecond: number,
  bytes: number,
  now: number,
): Spending {
  const earned = Number.isFinite(allowance.at)
    ? allowance.bytes + ((now - allowance.at) * bytesPerSecond) / 1000
    : 0;
  const most = (SAVED_MS * bytesPerSecond) / 1000;
  const available = Math.min(most, earned);
  const waitMs = available >= 0 ? 0 : Math.ceil((-available * 1000) / bytesPerSecond);
  return { allowance: { bytes: available - bytes, at: now }, waitMs };
}
