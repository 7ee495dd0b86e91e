import { beforeEach, describe, expect, it } from 'vitest';
import { DOER, queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { aNode } from '../../test/nodes.ts';
import {
  answer,
  beginOutbox,
  enqueueInto,
  entry,
  move,
  names,
  queue,
  rename,
  TRASH,
} from '../../test/outbox-scene.ts';
import { SendingPlan } from '../engine/mutations/sending-plan.ts';
import { goOn } from './go-on.ts';
import { applyNode } from './node-writes.ts';
import { readOutbox } from './read-outbox.ts';
import { suggestName } from './refused.ts';
import { takeBack } from './take-back.ts';
import { findUpload } from './uploads.ts';

beforeEach(beginOutbox);

/** What a sender would send, one after the other, if each were done at once. */
async function sentInTurn(): Promise<string[][]> {
  const plan = new SendingPlan(await readOutbox(DOER.userId));
  const sent: string[][] = [];
  for (let [one] = plan.take(1, 0); one !== undefined; [one] = plan.take(1, 0)) {
    sent.push([one.nodeId, one.mutation.is]);
    plan.settled(one.id);
  }
  return sent;
}

describe('a refused mutation', () => {
  it('goes on under another name', async () => {
    await queueHere(['a'], rename('b2'));
    await applyNode(aNode({ id: 'c', name: 'b2', seq: 3 }));
    await answer('a', { is: 'refused', code: 'name-taken' });
    expect(await suggestName(await entry('a'))).toBe('b2 (2)');
    const before = await entry('a');
    await goOn(DOER, before.id, 'other-name');
    const after = await entry('a');
    expect([after.state, after.triedAt, await names()]).toEqual([
      'waiting',
      null,
      ['b', 'b2', 'b2 (2)', 'folder'],
    ]);
    expect(after.idempotencyKey).not.toBe(before.idempotencyKey);
  });

  it('goes on behind the restore of the folder that it was to go into', async () => {
    await queueHere(['a'], move('f'));
    await answer('a', { is: 'refused', code: 'parent-trashed' });
    expect(await names()).toContain('a');
    await goOn(DOER, (await entry('a')).id, 'restore-parent');
    expect((await entry('a')).after).toEqual([(await entry('f')).id]);
    expect(await names('f')).toEqual(['a']);
  });

  it('goes on behind a restore that has to wait for what waited for it', async () => {
    await queueHere(['new'], { ...NEW_FOLDER, parentId: 'f' });
    await queueHere(['a'], move('new'));
    await answer('new', { is: 'refused', code: 'parent-trashed' });
    await queueHere(['f'], TRASH);
    await queueHere(['b'], rename('folder'));
    await goOn(DOER, (await entry('new')).id, 'restore-parent');
    expect(await sentInTurn()).toEqual([
      ['f', 'trash'],
      ['b', 'rename'],
      ['f', 'restore'],
      ['new', 'create-folder'],
      ['a', 'move'],
    ]);
  });

  it('of a new folder keeps it in sight, with what is in it, until it is let go', async () => {
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['a'], move('new'));
    await enqueueInto('new');
    await answer('new', { is: 'refused', code: 'name-taken' });
    expect([await names('new'), (await names()).includes('Trip')]).toEqual([['a'], true]);
    await takeBack(DOER, (await entry('new')).id);
    expect([await queue(), await names()]).toEqual([[], ['a', 'b', 'folder']]);
    expect((await findUpload('u'))?.state).toBe('failed');
  });
});
