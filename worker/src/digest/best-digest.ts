import type { Digest } from './digest.ts';
import { subtleDigest } from './subtle-digest.ts';

/** The fastest digest there is here. */
export async function bestDigest(): Promise<Digest> {
  if (globalThis.crypto.subtle !== undefined) return subtleDigest;
  const { createWasmDigest } = await import('./wasm-digest.ts');
  return createWasmDigest();
}
