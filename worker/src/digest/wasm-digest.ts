import { createSHA256 } from 'hash-wasm';
import type { Digest } from './digest.ts';

/** Works everywhere. One hasher is reused: each call runs to its end without a pause. */
export async function createWasmDigest(): Promise<Digest> {
  const hasher = await createSHA256();
  return async (bytes) => {
    hasher.init();
    hasher.update(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
    return hasher.digest('hex');
  };
}
