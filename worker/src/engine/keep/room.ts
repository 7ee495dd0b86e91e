// Whether something can be fetched without taking the room that uploads need to be safe.

const MOST_SPARED_BYTES = 1024 ** 3;
const SPARED_SHARE = 0.1;

export interface Estimate {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

/** What is left for keeping things. Null: the browser does not say, so it is tried. */
export function roomLeft(estimate: Estimate | null): number {
  if (estimate === null) return Number.POSITIVE_INFINITY;
  const spared = Math.min(MOST_SPARED_BYTES, estimate.quotaBytes * SPARED_SHARE);
  return Math.max(0, estimate.quotaBytes - estimate.usedBytes - spared);
}
