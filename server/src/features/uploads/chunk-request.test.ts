import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../../../test/refusals.ts';
import { type ChunkHeaders, checkChunkRequest } from './chunk-request.ts';

const MIB = 1024 * 1024;
const FILE_SIZE = 9 * MIB;
const good: ChunkHeaders = {
  contentType: 'application/octet-stream',
  contentLength: String(4 * MIB),
  chunkHash: 'a'.repeat(64),
};
const check = async (index: number, change: Partial<ChunkHeaders> = {}) =>
  checkChunkRequest(FILE_SIZE, index, { ...good, ...change });

describe('the headers of a chunk', () => {
  it('UP8 name its hash and its length', async () => {
    expect(await check(1)).toEqual({ hash: 'a'.repeat(64), sizeBytes: 4 * MIB });
  });

  it('UP9 give the last chunk its own length', async () => {
    expect(await check(2, { contentLength: String(MIB) })).toMatchObject({ sizeBytes: MIB });
    await expectRefusal(check(2), 'wrong-size');
  });

  it.each(['0', '1', String(4 * MIB - 1)])(
    'UP9 refuse %s bytes for a whole chunk',
    async (length) => {
      await expectRefusal(check(0, { contentLength: length }), 'wrong-size');
    },
  );

  it('UP10 refuse more than a chunk can hold', async () => {
    await expectRefusal(check(0, { contentLength: String(4 * MIB + 1) }), 'chunk-too-large');
    await expectRefusal(check(0, { contentLength: '9'.repeat(30) }), 'chunk-too-large');
  });

  it('UP10 refuse a missing length', async () => {
    await expectRefusal(check(0, { contentLength: undefined }), 'length-required');
  });

  it.each([undefined, 'text/plain', 'application/json', 'application/octet-streams', ''])(
    'UP10 refuse the media type %s',
    async (contentType) => {
      await expectRefusal(check(0, { contentType }), 'unsupported-media-type');
    },
  );

  it('UP10 take the media type in any case and with parameters', async () => {
    expect(await check(0, { contentType: 'Application/Octet-Stream; x=1' })).toBeDefined();
  });

  it.each([undefined, '', 'A'.repeat(64), 'a'.repeat(63), 'g'.repeat(64), ` ${'a'.repeat(64)}`])(
    'UP10 refuse the hash %j',
    async (chunkHash) => {
      const refusal = await expectRefusal(check(0, { chunkHash }), 'invalid-request');
      expect(refusal.details.members).toMatchObject({ fields: [{ path: 'X-Chunk-Hash' }] });
    },
  );

  it('UP10 refuse an index past the last', async () => {
    const refusal = await expectRefusal(check(3), 'invalid-request');
    expect(refusal.details.members).toMatchObject({ fields: [{ path: 'index' }] });
  });

  it('UP10 refuse every index of the empty file', async () => {
    await expectRefusal((async () => checkChunkRequest(0, 0, good))(), 'invalid-request');
  });
});
