import { describe, expect, it } from 'vitest';
import { bestDigest } from './best-digest.ts';
import type { Digest } from './digest.ts';
import { subtleDigest } from './subtle-digest.ts';
import { createWasmDigest } from './wasm-digest.ts';

// NIST's examples (FIPS 180-2, appendix B), and the empty message.
const VECTORS = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
] as const;

const DIGESTS: [string, () => Promise<Digest>][] = [
  ['crypto.subtle', async () => subtleDigest],
  ['hash-wasm', createWasmDigest],
  ['the best there is', bestDigest],
];

describe.each(DIGESTS)('%s', (_name, create) => {
  it.each(VECTORS)('hashes "%.10s…" as the standard does', async (text, expected) => {
    const digest = await create();
    expect(await digest(new TextEncoder().encode(text))).toBe(expected);
  });

  it('hashes buffers, views into buffers and one after the other alike', async () => {
    const digest = await create();
    const bytes = new TextEncoder().encode('xxabcxx');
    expect(await digest(new Uint8Array(bytes.buffer, 2, 3))).toBe(VECTORS[1][1]);
    expect(await digest(bytes.slice(2, 5).buffer)).toBe(VECTORS[1][1]);
    const both = await Promise.all([digest(bytes.slice(2, 5)), digest(bytes.slice(0, 0))]);
    expect(both).toEqual([VECTORS[1][1], VECTORS[0][1]]);
  });
});
