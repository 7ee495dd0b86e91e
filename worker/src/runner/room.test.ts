import { describe, expect, it } from 'vitest';
import { Room } from './room.ts';

const chunk = (bytes: Blob | ArrayBuffer) => ({ index: 0, hash: 'h', bytes });

describe('a chunk to be sent', () => {
  it('goes as the Blob that it is while there is room', async () => {
    const room = new Room();
    room.see({ waitsForRoom: false });
    const blob = new Blob(['abc']);
    expect((await room.prepare(chunk(blob))).bytes).toBe(blob);
  });

  it('goes as a buffer once an upload has waited for room', async () => {
    const room = new Room();
    room.see({ waitsForRoom: true });
    room.see({ waitsForRoom: false });
    const { bytes } = await room.prepare(chunk(new Blob(['abc'])));
    expect(new TextDecoder().decode(bytes as ArrayBuffer)).toBe('abc');
  });

  it('that can not be read any more is like one whose bytes are wrong', async () => {
    const room = new Room();
    room.see({ waitsForRoom: true });
    const blob = new Blob(['abc']);
    blob.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    await expect(room.prepare(chunk(blob))).rejects.toMatchObject({
      code: 'hash-mismatch',
      reaction: 'retry',
    });
  });
});
