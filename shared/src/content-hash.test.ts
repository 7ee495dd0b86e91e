import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concatenateDigests, contentHash, isSha256Hex } from './content-hash.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('contentHash', () => {
  it('is the hash of nothing for the empty file', async () => {
    expect(await contentHash([], sha256)).toBe(EMPTY);
  });

  it('is the hash of the raw digest for one chunk, not the digest itself', async () => {
    const chunk = sha256(Buffer.from('hello'));
    expect(await contentHash([chunk], sha256)).toBe(sha256(Buffer.from(chunk, 'hex')));
  });

  it('depends on the order of the chunks', async () => {
    const [a, b] = [sha256(Buffer.from('a')), sha256(Buffer.from('b'))];
    expect(await contentHash([a, b], sha256)).not.toBe(await contentHash([b, a], sha256));
  });

  it('equals the example that Dropbox publishes for its content hash', async () => {
    // 9 711 423 bytes of one picture; the digests of its three blocks stand in their documentation.
    const blocks = [
      '2a846fa617c3361fc117e1c5c1e1838c336b6a5cef982c1a2d9bdf68f2f1992a',
      'c68469027410ea393eba6551b9fa1e26db775f00eae70a0c3c129a0011a39cf9',
      '7376192de020925ce6c5ef5a8a0405e931b0a9a8c75517aacd9ca24a8a56818b',
    ];
    expect(await contentHash(blocks, sha256)).toBe(
      '485291fa0ee50c016982abbfa943957bcd231aae0492ccbaa22c58e3997b35e0',
    );
  });
});

describe('concatenateDigests', () => {
  it('puts raw digests one after the other', () => {
    const bytes = concatenateDigests(['00'.repeat(32), 'ff'.repeat(32)]);
    expect([bytes.length, bytes[0], bytes[31], bytes[32], bytes[63]]).toEqual([64, 0, 0, 255, 255]);
  });
});

describe('isSha256Hex', () => {
  it.each([
    [EMPTY, true],
    [EMPTY.toUpperCase(), false],
    [EMPTY.slice(1), false],
    [`${EMPTY}\n`, false],
    ['', false],
  ])('says of %j: %s', (text, expected) => {
    expect(isSha256Hex(text)).toBe(expected);
  });
});
