import type { BrowserStorage } from '../../../lib/browser-storage/use-browser-storage.ts';

export interface RoomHere {
  readonly takenBytes: number;
  readonly freeBytes: number;
  /** Of what the browser lets this site have. */
  readonly share: number;
}

/** How much room there is in this browser. Its own figure lags behind by seconds: what is known to
 *  wait here is taken already. */
export function roomHere(
  { usedBytes, availableBytes }: Pick<BrowserStorage, 'usedBytes' | 'availableBytes'>,
  heldBytes: number,
): RoomHere {
  const takenBytes = Math.max(usedBytes, heldBytes);
  const share = availableBytes === 0 ? 1 : Math.min(1, takenBytes / availableBytes);
  return { takenBytes, freeBytes: Math.max(0, availableBytes - takenBytes), share };
}
