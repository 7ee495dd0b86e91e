// What a refusal means for an upload, by its code and reaction, never by its text.

import type { Refusal, Upload } from './upload.ts';

export type Verdict =
  | 'try-again'
  | 'ask-to-sign-in'
  | 'wait-for-quota'
  | 'session-lost'
  | 'resync'
  /** The id chosen here is in use: a session whose end was never heard made the file. */
  | 'drop-own-id'
  | 'bytes-differ'
  | 'fail';

/** After so many mismatches in a row it is not the way that corrupts the bytes but the copy here. */
const MISMATCHES_BELIEVED = 6;

export function verdictOn(upload: Upload, refusal: Refusal): Verdict {
  switch (refusal.code) {
    case 'quota-exceeded':
      return 'wait-for-quota';
    case 'gone':
      return refusal.during === 'open' ? 'fail' : 'session-lost';
    case 'not-found':
      return refusal.during === 'open' || refusal.during === 'complete' ? 'fail' : 'session-lost';
    case 'id-taken':
      return upload.hasOwnId && refusal.during === 'open' ? 'drop-own-id' : 'fail';
    case 'hash-mismatch':
      return upload.mismatches + 1 < MISMATCHES_BELIEVED ? 'try-again' : 'bytes-differ';
    case 'chunks-missing':
    case 'upload-completed':
      return refusal.during === 'resync' ? 'try-again' : 'resync';
    default:
      return verdictOnReaction(refusal);
  }
}

function verdictOnReaction(refusal: Refusal): Verdict {
  if (refusal.reaction === 'retry') return 'try-again';
  return refusal.reaction === 'sign-in' ? 'ask-to-sign-in' : 'fail';
}
