const HANG_UPS = new Set([
  'ABORT_ERR',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** What nginx logs for a request whose client was gone before it was answered. */
export const HUNG_UP_STATUS = 499;

/** The client went away, as clients do: nothing to look into. */
export function isHangUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && HANG_UPS.has(String(error.code)));
}
