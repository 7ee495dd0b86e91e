const GRACE_MS = 20_000;
const LEAST_BYTES_PER_SECOND = 16 * 1024;

/** Whether a body that others wait behind comes so slowly that it has to make room. The phone on the
 *  edge of its network is not meant: it is only asked to come again where somebody waits. */
export function isTooSlow(receivedBytes: number, heldMs: number): boolean {
  return heldMs > GRACE_MS && receivedBytes < (heldMs / 1000) * LEAST_BYTES_PER_SECOND;
}
