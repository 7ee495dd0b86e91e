import { describe, expect, it } from 'vitest';
import { settled } from '../../test/manual-clock.ts';
import { subtleDigest } from '../digest/subtle-digest.ts';
import { createApi } from '../net/api.ts';
import { ahead } from './ahead.ts';
import { isPageMessage } from './messages.ts';
import { realPorts } from './real-ports.ts';

describe('ahead', () => {
  it('has the next one worked on while this one is used', async () => {
    const begun: number[] = [];
    async function* numbers() {
      for (let n = 1; n <= 3; n++) {
        begun.push(n);
        yield n;
      }
    }
    const seen: [number, number][] = [];
    for await (const n of ahead(numbers())) {
      await settled();
      seen.push([n, begun.length]);
    }
    expect(seen).toEqual([
      [1, 2],
      [2, 3],
      [3, 3],
    ]);
  });

  it('throws what its source throws, in its turn', async () => {
    async function* failing() {
      yield 1;
      throw new Error('no');
    }
    const seen: number[] = [];
    const using = async () => {
      for await (const n of ahead(failing())) {
        await settled();
        seen.push(n);
      }
    };
    await expect(using()).rejects.toThrow('no');
    expect(seen).toEqual([1]);
  });
});

describe('the real clock', () => {
  it('sleeps no longer than its signal allows', async () => {
    const { clock } = realPorts(createApi(), subtleDigest, () => {});
    const wake = new AbortController();
    const sleeping = clock.sleep(60_000, wake.signal);
    wake.abort();
    await sleeping;
    await clock.sleep(60_000, wake.signal);
    await clock.sleep(1);
  });
});

describe('a message', () => {
  it('counts only when it is one of ours', () => {
    expect(isPageMessage({ type: 'pump', retryNow: true })).toBe(true);
    for (const data of [null, 'pump', 7, {}, { type: 'CACHE_URLS' }]) {
      expect(isPageMessage(data)).toBe(false);
    }
  });
});
