import type { Node } from '@satchel/shared/wire/nodes';
import type { Change } from '@satchel/shared/wire/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { aFolder, aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import { recordSignedOut, recordSignIn } from './account.ts';
import { applyChanges, endSnapshot, openFeed, readNodeIds, restartFeed } from './feed.ts';
import { readFeed } from './feed-position.ts';
import { applyNode } from './node-writes.ts';
import { findNode, findTrashed, readChildren, readTrash } from './nodes.ts';
import { wipe } from './wipe.ts';

const put = (node: Node): Change => ({ space: 'space', seq: node.seq, node });
const gone = (id: string, seq: number): Change => ({ space: 'space', seq, gone: id });
const names = async () => (await readChildren('root')).map(({ name }) => name).sort();

function apply(changes: readonly Change[], from: string | null, to: string | null, isLast = true) {
  return applyChanges({ userId: 'ada', changes, from, to, isLast });
}

beforeEach(async () => {
  await wipe();
  await recordSignIn(ADA);
  await openFeed('ada');
});

describe('the changes of the server', () => {
  it('are applied together with how far they go', async () => {
    await apply(
      [put(aNode({ id: 'a', name: 'a' })), put(aNode({ id: 'b', name: 'b', seq: 2 }))],
      null,
      'c2',
    );
    expect(await names()).toEqual(['a', 'b']);
    expect(await readFeed()).toMatchObject({ cursor: 'c2', isComplete: true });
  });

  it('are left out as a whole where somebody else went on meanwhile', async () => {
    await apply([], null, 'c1');
    expect(await apply([put(aNode({ id: 'a' }))], null, 'c2')).toBe(false);
    expect(await names()).toEqual([]);
    expect(await readFeed()).toMatchObject({ cursor: 'c1' });
  });

  it('do not come back after their person has signed out', async () => {
    await apply([put(aNode({ id: 'a' }))], null, 'c1');
    await recordSignedOut();
    expect(await apply([put(aNode({ id: 'b' }))], 'c1', 'c2')).toBe(false);
    expect(await readNodeIds()).toEqual([]);
    expect(await openFeed('ada')).toBeNull();
  });

  it('never overrule what is newer here', async () => {
    await applyNode(aNode({ id: 'a', name: 'newer', seq: 5 }));
    await apply([put(aNode({ id: 'a', name: 'older', seq: 4 })), gone('a', 3)], null, 'c1');
    expect(await names()).toEqual(['newer']);
  });

  it('take away what is gone', async () => {
    await apply(
      [put(aNode({ id: 'a', name: 'a' })), put(aNode({ id: 'b', name: 'b', seq: 2 }))],
      null,
      'c2',
    );
    await apply([gone('a', 3)], 'c2', 'c3');
    expect(await names()).toEqual(['b']);
  });

  it('take away at the end of the first tree what an older answer has brought back', async () => {
    const dead = aNode({ id: 'dead', name: 'dead' });
    await apply([put(dead)], null, 'c1', false);
    await apply([gone('dead', 2)], 'c1', 'c2', false);
    await applyNode(dead);
    expect(await names()).toEqual(['dead']);
    await apply([put(aNode({ id: 'b', name: 'b', seq: 3 }))], 'c2', 'c3');
    expect(await names()).toEqual(['b']);
    expect(await readFeed()).toEqual({
      key: 'current',
      userId: 'ada',
      cursor: 'c3',
      isComplete: true,
    });
  });

  it('leave what was gone and is there again', async () => {
    await apply([gone('a', 2)], null, 'c2', false);
    await apply([put(aNode({ id: 'a', name: 'again', seq: 3 }))], 'c2', 'c3');
    expect(await names()).toEqual(['again']);
  });

  it('put what was trashed itself into the trash, and leave what lies beneath where it is', async () => {
    const trashedAt = '2026-02-02T00:00:00.000Z';
    await apply(
      [put(aFolder({ id: 'f', seq: 2, trashedAt })), put(aNode({ id: 'in', parentId: 'f' }))],
      null,
      'c2',
    );
    expect(await names()).toEqual([]);
    expect((await readTrash()).map(({ id }) => id)).toEqual(['f']);
    expect((await readChildren('f')).map(({ id }) => id)).toEqual(['in']);
    expect((await findTrashed('in'))?.id).toBe('f');
  });
});

describe('a snapshot over an earlier tree', () => {
  beforeEach(async () => {
    await apply(
      [put(aNode({ id: 'a', name: 'a' })), put(aNode({ id: 'b', name: 'b', seq: 2 }))],
      null,
      'c2',
    );
    await restartFeed('ada');
  });

  it('leaves all to be looked at until it is whole, and then takes away what it did not name', async () => {
    await apply([put(aNode({ id: 'a', name: 'a, new', seq: 7 }))], null, null, false);
    expect(await names()).toEqual(['a, new', 'b']);
    expect(await readFeed()).toMatchObject({ cursor: null, isComplete: true });
    const heads = new Map([['space', 7]]);
    await endSnapshot({ userId: 'ada', cursor: 'c7', unnamed: ['b'], heads });
    expect(await names()).toEqual(['a, new']);
    expect(await readFeed()).toMatchObject({ cursor: 'c7' });
  });

  it('keeps what was made after it', async () => {
    await applyNode(aNode({ id: 'b', name: 'b, later', seq: 8 }));
    const heads = new Map([['space', 7]]);
    await endSnapshot({ userId: 'ada', cursor: 'c7', unnamed: ['a', 'b'], heads });
    expect((await findNode('b'))?.name).toBe('b, later');
    expect(await findNode('a')).toBeUndefined();
  });
});

describe('another person', () => {
  it('begins with nothing', async () => {
    await apply([put(aNode({ id: 'a' }))], null, 'c1');
    await recordSignIn({ ...ADA, id: 'bob' });
    expect(await readNodeIds()).toEqual([]);
    expect(await openFeed('bob')).toMatchObject({ cursor: null, isComplete: false });
  });
});
