import type { Node, NodePage } from '@satchel/shared/wire/nodes';
import { beforeEach, describe, expect, it } from 'vitest';
import { aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import { recordSignIn } from '../local/account.ts';
import { applyChanges, openFeed } from '../local/feed.ts';
import { applyNodes } from '../local/node-writes.ts';
import { findNode, readChildren } from '../local/nodes.ts';
import { wipe } from '../local/wipe.ts';
import type { ListOrder, NodeApi, PageOf } from '../net/node-api.ts';
import { refreshChildren, refreshNode } from './refresh.ts';

const SIZES = [200, 1000, 1000, 300];
const named = (n: number) => aNode({ id: `n${n}`, name: `${n}` });
const ALL = Array.from({ length: 2500 }, (_, n) => named(n));

beforeEach(wipe);

/** A folder that is listed page by page; before each, the test looks at what is here. */
function listing(look: (page: number) => Promise<void>) {
  const asked: (PageOf & ListOrder)[] = [];
  const list = async (_folderId: string, page: PageOf & ListOrder = {}): Promise<NodePage> => {
    const n = asked.length;
    asked.push(page);
    await look(n);
    const start = SIZES.slice(0, n).reduce((sum, size) => sum + size, 0);
    const items: Node[] = ALL.slice(start, start + (SIZES[n] ?? 0));
    return { items, nextCursor: n + 1 < SIZES.length ? `${n}` : null };
  };
  return { asked, api: { list } as unknown as NodeApi };
}

const here = async () => (await readChildren('root')).length;
const bySize = { by: 'size', order: 'desc' } as const;

describe('a folder that nobody here knows', () => {
  it('shows what has come, in groups that double', async () => {
    const counts: number[] = [];
    const seen: number[] = [];
    const { api } = listing(async () => void seen.push(await here()));
    await refreshChildren(api, 'root', { onRows: (count) => counts.push(count) });
    expect(counts).toEqual([200, 1200, 2200]);
    expect(seen[2]).toBe(200);
    expect(seen[3]).toBe(1200);
    expect(await here()).toBe(2500);
  });

  it('is asked for as the screen sorts', async () => {
    const { api, asked } = listing(async () => undefined);
    await refreshChildren(api, 'root', { sorting: bySize });
    expect(asked[0]).toEqual({ limit: 200, sort: 'size', order: 'desc' });
    expect(asked[1]).toEqual({ limit: 1000, cursor: '0', sort: 'size', order: 'desc' });
  });
});

describe('a folder that is known', () => {
  it('is replaced as a whole, and nobody is told of pages', async () => {
    const gone = aNode({ id: 'gone', name: 'gone' });
    await applyNodes([...ALL.slice(0, 2500).filter((_, n) => n % 2 === 0), gone], 1);
    const counts: number[] = [];
    const seen: number[] = [];
    const { api, asked } = listing(async () => void seen.push(await here()));
    const arrival = { sorting: bySize, onRows: (count: number) => void counts.push(count) };
    await refreshChildren(api, 'root', arrival);
    expect([new Set(seen), counts]).toEqual([new Set([1251]), []]);
    expect(asked[0]).toEqual({ limit: 200 });
    expect(await here()).toBe(2500);
    expect((await readChildren('root')).map(({ id }) => id)).not.toContain('gone');
  });
});

describe('a listing that comes too late', () => {
  beforeEach(async () => {
    await recordSignIn(ADA);
    await openFeed('ada');
  });

  it('brings nothing back that was gone when the tree was whole', async () => {
    const changes = [{ space: 'space', seq: 2, gone: 'n7' }];
    const { api } = listing(async (page) => {
      if (page !== 2) return;
      await applyChanges({ userId: 'ada', changes, from: null, to: 'c2', isLast: true });
    });
    await refreshChildren(api, 'root');
    expect(await findNode('n7')).toBeUndefined();
    expect(await here()).toBe(199);
  });

  it('is left out where somebody else has signed in meanwhile', async () => {
    const { api } = listing(async (page) => {
      if (page === 3) await recordSignIn({ ...ADA, id: 'bob' });
    });
    await refreshChildren(api, 'root');
    expect(await here()).toBe(0);
  });

  it('so is a single node', async () => {
    const get = async () => {
      await applyChanges({ userId: 'ada', changes: [], from: null, to: 'c1', isLast: true });
      return { node: named(1), path: [] };
    };
    await refreshNode({ get } as unknown as NodeApi, 'n1');
    expect(await findNode('n1')).toBeUndefined();
  });
});
