import { refuse } from '../../lib/refuse.ts';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The key of a request, if it has one. Refuses one that could not be kept. */
export function readKey(header: string | undefined): string | undefined {
  if (header !== undefined && !KEY.test(header)) {
    refuse('invalid-request', { detail: 'Idempotency-Key is 1 to 255 visible ASCII characters.' });
  }
  return header;
}
