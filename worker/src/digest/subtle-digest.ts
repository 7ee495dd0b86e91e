import { type Digest, toHex } from './digest.ts';

/** The platform's own: the fastest, and absent on insecure origins. */
export const subtleDigest: Digest = async (bytes) =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
