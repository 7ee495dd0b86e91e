import { Refusal } from '../../lib/refuse.ts';

// EFBIG: the file system or a process limit takes no file of this size, which to a client is the
// same as having no room.
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What a failing file system means to whoever asked for storage. The cause is kept for the log. */
export function diskRefusal(cause: unknown): Refusal {
  const code = NO_ROOM.has(errorCode(cause)) ? 'storage-full' : 'storage-unavailable';
  return new Refusal(code, { retryAfterSeconds: 5, cause });
}

export function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
