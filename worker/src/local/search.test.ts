import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trashHere } from '../../test/deeds.ts';
import { aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import { recordSignIn } from './account.ts';
import { db } from './database.ts';
import { applyChanges, openFeed } from './feed.ts';
import { holdNames } from './names-at-hand.ts';
import { applyNodes } from './node-writes.ts';
import { searchNodes } from './search.ts';
import { wipe } from './wipe.ts';

const areAllRead = async () => (await searchNodes('none', 1)).areAllRead;

beforeEach(async () => {
  await wipe();
  await expect.poll(areAllRead).toBe(true);
});

const names = async (text: string, limit = 10) =>
  (await searchNodes(text, limit)).found.map(({ node }) => node.name);

const give = (...given: readonly string[]) =>
  applyNodes(given.map((name, i) => aNode({ id: `n${i}`, name, parentId: 'root' })));

describe('search', () => {
  it('finds a part of a name whatever the case, also beyond ASCII', async () => {
    await give('Straße.txt', 'ÖL.md', 'notes.txt');
    expect(await names('STRASSE')).toEqual(['Straße.txt']);
    expect(await names('öl')).toEqual(['ÖL.md']);
  });

  it('puts names that begin with it first, then shorter ones', async () => {
    await give('my plan.md', 'planning 2026.md', 'plan.md');
    expect(await names('plan')).toEqual(['plan.md', 'planning 2026.md', 'my plan.md']);
  });

  it('gives at most what was asked for', async () => {
    await give('a1', 'a2', 'a3');
    expect(await names('a', 2)).toHaveLength(2);
  });

  it('leaves out the root, and what was trashed', async () => {
    await applyNodes([
      aNode({ id: 'root', name: 'plans', kind: 'folder', parentId: null }),
      aNode({ id: 'kept', name: 'plans kept', parentId: 'root' }),
      aNode({ id: 'thrown', name: 'plans thrown', parentId: 'root' }),
    ]);
    await trashHere(['thrown']);
    expect(await names('plans')).toEqual(['plans kept']);
  });

  it('names the folder a hit lies in, where it is known', async () => {
    await applyNodes([
      aNode({ id: 'f', name: 'Work', kind: 'folder', parentId: 'root' }),
      aNode({ id: 'x', name: 'inside', parentId: 'f' }),
      aNode({ id: 'y', name: 'inside too', parentId: 'unknown' }),
    ]);
    const { found } = await searchNodes('inside', 10);
    expect(found.map(({ parentName }) => parentName)).toEqual(['Work', null]);
  });

  it('says that there are no more only once all that is here was read', async () => {
    await recordSignIn(ADA);
    await openFeed('ada');
    const pages = 3;
    for (let page = 0; page < pages; page++) {
      const ids = Array.from({ length: 250 }, (_, n) => `p${page}-${n}`);
      const changes = ids.map((id) => ({ space: 'space', seq: 1, node: aNode({ id, name: id }) }));
      const from = page === 0 ? null : `c${page}`;
      const isLast = page === pages - 1;
      await applyChanges({ userId: 'ada', changes, from, to: `c${page + 1}`, isLast });
      const hits = await searchNodes('p', 10_000);
      if (hits.areAllRead) expect(hits.found).toHaveLength((page + 1) * 250);
    }
    await expect.poll(areAllRead, { timeout: 30_000 }).toBe(true);
    expect((await searchNodes('p', 10_000)).found).toHaveLength(pages * 250);
  }, 60_000);

  it('has the names at hand for as long as somebody holds them, and a minute longer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let read = 0;
    const count = <Row>(row: Row) => {
      read += 1;
      return row;
    };
    try {
      await give('a');
      const letGo = await holdNames();
      expect(await names('a')).toEqual(['a']);
      db.nodes.hook('reading', count);
      vi.advanceTimersByTime(3_600_000);
      expect([await names('a'), read]).toEqual([['a'], 0]);
      letGo();
      letGo();
      vi.advanceTimersByTime(59_000);
      expect([await names('a'), read]).toEqual([['a'], 0]);
      vi.advanceTimersByTime(61_000);
      expect([await names('a'), read]).toEqual([['a'], 1]);
    } finally {
      db.nodes.hook('reading').unsubscribe(count);
      vi.useRealTimers();
    }
  });

  it('nothing is found by nothing', async () => {
    await give('a');
    expect(await names('')).toEqual([]);
  });
});
