import type { ChangesPage } from '@satchel/shared/wire/sync';
import { beforeEach, expect, it } from 'vitest';
import { aNode } from '../../../test/nodes.ts';
import type { SnapshotProgress } from '../../local/snapshot-progress.ts';
import { Place } from './place.ts';
import type { FeedStore } from './ports.ts';

let kept: SnapshotProgress[];
let unnamedAtEnd: readonly string[] | null;

/** A browser that has these nodes from a time before. */
function storeOf(ids: readonly string[]): FeedStore {
  return {
    openFeed: async (userId) => ({ userId, cursor: null, isComplete: true }),
    restartFeed: async () => undefined,
    applyChanges: async () => true,
    endSnapshot: async ({ unnamed }) => {
      unnamedAtEnd = unnamed;
      return true;
    },
    readNodeIds: async () => ids,
    keepSnapshot: async (progress) => void kept.push(progress),
    findSnapshot: async () => kept.at(-1) ?? null,
    recordSessionEnded: async () => undefined,
  };
}

/** Names the nodes from `from` up to `to`. */
function page(from: number, to: number, hasMore = true): ChangesPage {
  const changes = Array.from({ length: to - from }, (_, n) => {
    const seq = from + n;
    return { space: 'space', seq, node: aNode({ id: `n${seq}`, seq }) };
  });
  return { changes, cursor: `${to}`, hasMore };
}

beforeEach(() => {
  kept = [];
  unnamedAtEnd = null;
});

it('a snapshot is kept every ten thousand changes, with what it has not named', async () => {
  const place = await Place.find(storeOf(['n5', 'n15000', 'gone']), 'ada');
  await place?.take(page(0, 9999));
  expect(kept).toEqual([]);
  await place?.take(page(9999, 10_000));
  await place?.take(page(10_000, 11_000));
  const heads = new Map([['space', 9999]]);
  const userId = 'ada';
  expect(kept).toEqual([{ userId, cursor: '10000', unnamed: ['n15000', 'gone'], heads }]);
});

it('a snapshot over a very large tree is kept more rarely', async () => {
  const ids = Array.from({ length: 100_000 }, (_, n) => `other ${n}`);
  const place = await Place.find(storeOf(ids), 'ada');
  for (let from = 0; from < 60_000; from += 5000) await place?.take(page(from, from + 5000));
  expect(kept.map(({ cursor }) => cursor)).toEqual(['25000', '50000']);
});

it('the next thread goes on where the last one kept it', async () => {
  const store = storeOf(['n5', 'n15000', 'gone']);
  const first = await Place.find(store, 'ada');
  await first?.take(page(0, 10_000));
  const next = await Place.find(store, 'ada');
  expect(next?.cursor).toBe('10000');
  await next?.take(page(10_000, 16_000, false));
  expect(unnamedAtEnd).toEqual(['gone']);
});
