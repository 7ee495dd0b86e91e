import type { Node } from '@satchel/shared/wire/nodes';
import type { Change } from '@satchel/shared/wire/sync';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aFolder, aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import { recordSignIn } from './account.ts';
import { db } from './database.ts';
import { applyChanges, endSnapshot, openFeed, readNodeIds, restartFeed } from './feed.ts';
import { replaceFolderChildren } from './listings.ts';
import { findNode, readChildren } from './nodes.ts';
import { searchNodes } from './search.ts';
import { watchChildren } from './watch-children.ts';
import { wipe } from './wipe.ts';

const MANY = 250;
const idOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const fileOf = (n: number, facts: Partial<Node> = {}) =>
  aNode({ id: idOf(n), name: `file ${n}`, seq: n + 1, ...facts });
const files = Array.from({ length: MANY }, (_, n) => fileOf(n));
const folder = aFolder({ id: 'f', name: 'folder', seq: MANY + 1 });
const put = (node: Node): Change => ({ space: 'space', seq: node.seq, node });

function apply(changes: readonly Change[], from: string | null, to: string | null, isLast = true) {
  return applyChanges({ userId: 'ada', changes, from, to, isLast });
}

const counts = async () => ({
  segments: await db.segments.count(),
  rows: await db.nodes.count(),
  taken: await db.taken.count(),
});

beforeEach(async () => {
  await wipe();
  await recordSignIn(ADA);
  await openFeed('ada');
});

describe('a tree that comes a page at a time', () => {
  it('lies in few records, and is listed and found like any other', async () => {
    await apply([...files, folder].map(put), null, 'c1');
    expect(await counts()).toEqual({ segments: 1, rows: 1, taken: 0 });
    expect(await readChildren('root')).toHaveLength(MANY + 1);
    expect((await searchNodes('file 249', 5)).found.map(({ node }) => node.id)).toEqual([
      idOf(249),
    ]);
    expect(await readNodeIds()).toHaveLength(MANY + 1);
  });

  it('is cut into records that are not too large to be read for one folder', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => fileOf(n, { parentId: `folder ${n % 5}` }));
    await apply(many.map(put), null, 'c1');
    const segments = await db.segments.toArray();
    expect(segments.map(({ parentIds }) => parentIds.length).sort()).toEqual([1, 4]);
    expect(await readChildren('folder 4')).toHaveLength(500);
  });

  it('is told anew only in the folders that it is about, and with the same rows', async () => {
    await apply([put(folder)], null, 'c1', false);
    const told: (readonly Node[])[] = [];
    const stop = watchChildren('root', (rows) => told.push(rows));
    await vi.waitFor(() => expect(told.at(-1)).toHaveLength(1));
    const before = told.splice(0).at(-1);
    await apply(
      files.map((file) => put({ ...file, parentId: 'f' })),
      'c1',
      'c2',
      false,
    );
    await apply([put(aFolder({ id: 'g', name: 'another', seq: 999 }))], 'c2', 'c3');
    await vi.waitFor(() => expect(told.at(-1)).toHaveLength(2));
    expect(told).toHaveLength(1);
    expect(told[0]?.find(({ id }) => id === 'f')).toBe(before?.[0]);
    stop();
  });

  it('takes the last of a node that changed while the pages were read', async () => {
    const renamed = fileOf(3, { name: 'renamed', seq: 999 });
    await apply([...files.map(put), put(renamed)], null, 'c1');
    expect((await findNode(idOf(3)))?.name).toBe('renamed');
    expect(await readChildren('root')).toHaveLength(MANY);
  });

  it('leaves what a listing brought before it where it is', async () => {
    await replaceFolderChildren('root', files.slice(0, 20), 10);
    await apply(files.map(put), null, 'c1');
    expect(await counts()).toEqual({ segments: 1, rows: 20, taken: 0 });
    expect(await readChildren('root')).toHaveLength(MANY);
  });

  it('changes like any other', async () => {
    await apply([...files, folder].map(put), null, 'c1');
    const moved = fileOf(1, { parentId: 'f', seq: 1000 });
    await apply([put(moved), { space: 'space', seq: 1001, gone: idOf(2) }], 'c1', 'c2');
    expect((await readChildren('f')).map(({ id }) => id)).toEqual([idOf(1)]);
    expect(await readChildren('root')).toHaveLength(MANY - 1);
    expect(await findNode(idOf(2))).toBeUndefined();
  });

  it('comes again without a row of it being written, where nothing has changed', async () => {
    await apply([...files, folder].map(put), null, 'c1');
    await restartFeed('ada');
    await apply([...files.slice(1), folder].map(put), null, null, false);
    const ended = await endSnapshot({
      userId: 'ada',
      cursor: 'c2',
      unnamed: [idOf(0)],
      heads: new Map([['space', 2000]]),
    });
    expect(ended).toBe(true);
    expect(await counts()).toEqual({ segments: 1, rows: 1, taken: 1 });
    expect(await readChildren('root')).toHaveLength(MANY);
  });
});
