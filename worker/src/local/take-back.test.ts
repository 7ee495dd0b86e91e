import { beforeEach, describe, expect, it } from 'vitest';
import { DOER, queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { beginOutbox, entry, move, names, queue, rename, send } from '../../test/outbox-scene.ts';
import { dropPlanned } from './drop-planned.ts';
import { readOutbox } from './read-outbox.ts';
import { takeBack } from './take-back.ts';

beforeEach(beginOutbox);

describe('taking back', () => {
  it('what was not sent leaves the queue', async () => {
    await queueHere(['a'], rename('x'));
    await queueHere(['a'], move('f'));
    await takeBack(DOER, (await entry('a')).id);
    expect([await queue(), await names('f')]).toEqual([[['a', 'move']], ['a']]);
  });

  it('what may have been sent queues the opposite', async () => {
    await queueHere(['a'], rename('x'));
    await send('a');
    await takeBack(DOER, (await entry('a')).id);
    expect((await readOutbox('ada')).map(({ mutation }) => mutation)).toEqual([
      rename('x'),
      rename('a'),
    ]);
    expect(await names()).toContain('a');
  });
});

describe('the folders of a dropped tree', () => {
  const planned = { ...NEW_FOLDER, joins: true } as const;

  it('go with the uploads that are cancelled, but for those that hold something else', async () => {
    await queueHere(['used'], planned);
    await queueHere(['inner'], { ...planned, name: 'Inner', parentId: 'used' });
    await queueHere(['unused'], { ...planned, name: 'Unused' });
    await queueHere(['mine'], { ...NEW_FOLDER, name: 'Mine' });
    await queueHere(['a'], move('used'));
    await dropPlanned('ada');
    expect(await queue()).toEqual([
      ['used', 'create-folder'],
      ['mine', 'create-folder'],
      ['a', 'move'],
    ]);
    expect([await names(), await names('used')]).toEqual([['Mine', 'Trip', 'b', 'folder'], ['a']]);
  });
});
