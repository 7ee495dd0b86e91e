import { beforeEach, describe, expect, it } from 'vitest';
import { queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { a, beginOutbox, entry, names, queue, rename } from '../../test/outbox-scene.ts';
import { ADA } from '../../test/people.ts';
import { recordSignedOut, recordSignIn } from './account.ts';
import { dropOutbox } from './drop-outbox.ts';
import { applyNode } from './node-writes.ts';
import { claim } from './outbox-work.ts';
import { readOutbox } from './read-outbox.ts';
import { forgetTree } from './wipe.ts';

beforeEach(beginOutbox);

describe('the queue of a person', () => {
  it('is kept when they sign out, and shown when they are back', async () => {
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['a'], rename('x'));
    await recordSignedOut();
    await forgetTree();
    expect(await claim('ada', [(await entry('a')).id], 1)).toEqual([]);
    await recordSignIn(ADA);
    expect(await names()).toEqual(['Trip']);
    await applyNode({ ...a, seq: 4 });
    expect(await names()).toEqual(['Trip', 'x']);
  });

  it('is dropped where its person says so, and that of others is not', async () => {
    await queueHere(['a'], rename('x'));
    await dropOutbox('ben');
    expect((await queue()).length).toBe(1);
    await dropOutbox('ada');
    expect(await queue()).toEqual([]);
  });

  it('is neither shown to nor sent by another', async () => {
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['a'], rename('x'));
    await recordSignIn({ ...ADA, id: 'ben' });
    expect(await names()).toEqual([]);
    await applyNode(a);
    expect(await names()).toEqual(['a']);
    const ids = (await readOutbox('ada')).map(({ id }) => id);
    expect([await readOutbox('ben'), await claim('ben', ids, 1)]).toEqual([[], []]);
  });
});
