import type { ChangesPage } from '@satchel/shared/wire/sync';
import { describe, expect, it } from 'vitest';
import { ReadAhead } from './read-ahead.ts';

const LAST = 20;

function pageAfter(cursor: string | null): ChangesPage {
  const n = Number(cursor ?? 0) + 1;
  return {
    changes: [{ space: 'space', seq: n, gone: `n${n}` }],
    cursor: `${n}`,
    hasMore: n < LAST,
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('reading ahead', () => {
  it('gives every page once, in order, those that have come together', async () => {
    const ahead = new ReadAhead(async (cursor) => pageAfter(cursor), null);
    const taken: ChangesPage[] = [];
    do {
      await settled();
      taken.push(await ahead.take());
    } while (taken.at(-1)?.hasMore);
    const seqs = taken.flatMap(({ changes }) => changes.map(({ seq }) => seq));
    expect(seqs).toEqual(Array.from({ length: LAST }, (_, i) => i + 1));
    expect(taken.length).toBeLessThan(LAST);
    expect(taken.at(-1)).toMatchObject({ cursor: `${LAST}`, hasMore: false });
  });

  it('asks for the next page while one is still on its way, where it is told where that begins', async () => {
    const asked: (string | null)[] = [];
    const ahead = new ReadAhead((cursor, onNext) => {
      asked.push(cursor);
      const page = pageAfter(cursor);
      queueMicrotask(() => onNext(page.cursor));
      return settled()
        .then(settled)
        .then(() => page);
    }, null);
    await settled();
    expect(asked).toEqual([null, '1', '2', '3', '4', '5', '6', '7']);
    expect((await ahead.take()).changes.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('does not heap up pages that nobody takes', async () => {
    let asked = 0;
    const ahead = new ReadAhead(async (cursor) => {
      asked += 1;
      return pageAfter(cursor);
    }, null);
    for (let i = 0; i < LAST; i++) await settled();
    expect(asked).toBe(8);
    expect((await ahead.take()).changes).toHaveLength(4);
  });

  it('gives what came before a refusal, and then the refusal', async () => {
    const ahead = new ReadAhead(async (cursor) => {
      if (cursor === '2') throw new Error('no');
      return pageAfter(cursor);
    }, null);
    await settled();
    await settled();
    expect((await ahead.take()).cursor).toBe('2');
    await expect(ahead.take()).rejects.toThrow('no');
    await expect(ahead.take()).rejects.toThrow('no');
  });
});
