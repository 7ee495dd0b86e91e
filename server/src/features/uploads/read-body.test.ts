import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { BodyCutOff, readBody } from './read-body.ts';

const pieces = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)));
const filled = () => Buffer.alloc(10, '.');

describe('readBody', () => {
  it('puts the pieces one after the other into the buffer', async () => {
    const buffer = filled();
    const body = await readBody(pieces('ab', 'c', 'def'), buffer, 6);
    expect(body.toString()).toBe('abcdef');
    expect(body.buffer).toBe(buffer.buffer);
    expect(buffer.toString()).toBe('abcdef....');
  });

  it('UP12 rejects a body that ends too early', async () => {
    await expect(readBody(pieces('abc'), filled(), 6)).rejects.toThrow(BodyCutOff);
  });

  it('rejects a body that brings more, and writes nothing past its end', async () => {
    const buffer = filled();
    await expect(readBody(pieces('abc', 'defg'), buffer, 5)).rejects.toThrow(BodyCutOff);
    expect(buffer.toString('utf8', 5)).toBe('.....');
  });

  it('UP12 rejects when the client hangs up, at the start and in the middle', async () => {
    const silent = new Readable({ read() {} });
    const reading = readBody(silent, filled(), 5);
    silent.push('ab');
    silent.destroy(new Error('aborted'));
    await expect(reading).rejects.toThrow(BodyCutOff);
    await expect(readBody(silent, filled(), 5)).rejects.toThrow(BodyCutOff);
  });

  it('UP13 gives up a body that is too slow, and leaves the stream alone', async () => {
    vi.useFakeTimers();
    try {
      const drip = new Readable({ read() {} });
      drip.push('ab');
      const reading = readBody(drip, filled(), 5, (received) => received < 3);
      const refusal = expect(reading).rejects.toMatchObject({ code: 'request-timeout' });
      await vi.advanceTimersByTimeAsync(5_000);
      await refusal;
      expect(drip.destroyed).toBe(false);
      expect(drip.listenerCount('data')).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('takes a body of no bytes', async () => {
    expect(await readBody(pieces(), filled(), 0)).toHaveLength(0);
  });

  it('leaves no listener behind', async () => {
    const stream = pieces('ab');
    const before = stream.eventNames();
    await readBody(stream, filled(), 2);
    expect(stream.eventNames()).toEqual(before);
  });
});
