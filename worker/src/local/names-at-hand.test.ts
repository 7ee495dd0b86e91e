import { beforeEach, describe, expect, it } from 'vitest';
import { trashHere } from '../../test/deeds.ts';
import { aNode } from '../../test/nodes.ts';
import { childrenAtHand, namesAtHand } from './names-at-hand.ts';
import { applyNodes } from './node-writes.ts';
import type { NodeRow } from './rows.ts';
import { watchChildren } from './watch-children.ts';
import { wipe } from './wipe.ts';

const named = (name: string, parentId = 'f') => aNode({ id: name, name, parentId });
const namesOf = (rows: readonly NodeRow[] | null) => rows?.map(({ name }) => name).sort();

async function untilRead(): Promise<void> {
  const names = namesAtHand();
  await expect.poll(() => names.areAllRead).toBe(true);
}

beforeEach(async () => {
  await wipe();
  await untilRead();
  await applyNodes([named('a'), named('b'), named('thrown'), named('other', 'g')]);
  await trashHere(['thrown']);
  await untilRead();
});

describe('with the names at hand', () => {
  it('a folder is told at once, without what was trashed', () => {
    const told: (readonly NodeRow[])[] = [];
    const stop = watchChildren('f', (rows) => told.push(rows));
    stop();
    expect(told.map(namesOf)).toEqual([['a', 'b']]);
    expect(told[0]?.find(({ id }) => id === 'a')).toMatchObject({ ...named('a'), isTrashRoot: 0 });
  });

  it('a folder that was opened later, and hears of changes earlier, is told what they are', async () => {
    let told: readonly NodeRow[] = [];
    const stop = watchChildren('f', (rows) => {
      told = rows;
    });
    await applyNodes(Array.from({ length: 600 }, (_, n) => named(`new ${n}`)));
    await expect.poll(() => told).toHaveLength(602);
    stop();
  });

  it('nothing is told by them that is not taken yet', async () => {
    await applyNodes([named('c')]);
    expect(childrenAtHand('f')).toBeNull();
    await untilRead();
    expect(namesOf(childrenAtHand('f'))).toEqual(['a', 'b', 'c']);
  });
});
