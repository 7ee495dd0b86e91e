import '../../test/fake-indexeddb.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerAll, DOER, queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import type { Mutation } from '../engine/mutations/mutation.ts';
import { recordSignedOut, recordSignIn } from './account.ts';
import { db } from './database.ts';
import { dropOutbox } from './drop-outbox.ts';
import { dropPlanned } from './drop-planned.ts';
import { goOn } from './go-on.ts';
import { replaceFolderChildren, replaceTrash } from './listings.ts';
import { applyNode, applyNodes, removeNodes } from './node-writes.ts';
import { findNode, readChildren, readTrash } from './nodes.ts';
import { countUnsent } from './outbox.ts';
import { claim, type Outcome, settle } from './outbox-work.ts';
import { readOutbox } from './read-outbox.ts';
import { suggestName, takeUntold } from './refused.ts';
import { takeBack } from './take-back.ts';
import { enqueue } from './upload-queue.ts';
import { findUpload } from './uploads.ts';
import { forgetTree, wipe } from './wipe.ts';

const TRASH = { is: 'trash' } as const;
const RESTORE = { is: 'restore', homeId: null } as const;
const rename = (name: string): Mutation => ({ is: 'rename', name });
const move = (parentId: string): Mutation => ({ is: 'move', parentId });
const [a, b] = [aNode({ id: 'a', name: 'a' }), aNode({ id: 'b', name: 'b' })];

beforeEach(async () => {
  await wipe();
  await recordSignIn(ADA);
  await applyNodes(
    [aFolder({ id: 'root', parentId: null, name: 'My files' }), a, b, aFolder({ id: 'f' })],
    10,
  );
});

const names = async (folderId = 'root') =>
  (await readChildren(folderId)).map((row) => row.name).sort();
const trashed = async () => (await readTrash()).map((row) => row.name).sort();
const queue = async () =>
  (await readOutbox('ada')).map(({ nodeId, mutation }) => [nodeId, mutation.is]);
const entry = async (nodeId: string) => {
  const row = (await readOutbox('ada')).find((one) => one.nodeId === nodeId);
  if (row === undefined) throw new Error(`nothing is queued for ${nodeId}`);
  return row;
};
const answer = async (
  nodeId: string,
  outcome: Outcome extends infer One ? Partial<One> : never,
) => {
  const { id } = await entry(nodeId);
  await settle([{ ...outcome, id } as Outcome]);
};
const send = async (nodeId: string) => claim('ada', [(await entry(nodeId)).id], 50);

describe('a mutation', () => {
  it('is queued and shown at once', async () => {
    await queueHere(['a'], TRASH);
    await queueHere(['b'], move('f'));
    expect([await names(), await names('f'), await trashed()]).toEqual([['folder'], ['b'], ['a']]);
    expect(await queue()).toEqual([
      ['a', 'trash'],
      ['b', 'move'],
    ]);
  });

  it('leaves the queue as its effect is in the replica', async () => {
    await queueHere(['a'], rename('new'));
    await answer('a', { is: 'done', node: { ...a, name: 'new', seq: 2 } });
    expect([await queue(), await findNode('a')]).toMatchObject([[], { name: 'new', seq: 2 }]);
    expect(await db.shadows.count()).toBe(0);
  });

  it('that changes nothing is none', async () => {
    await queueHere(['a'], rename('a'));
    await queueHere(['a'], move('root'));
    await queueHere(['a'], RESTORE);
    expect(await queue()).toEqual([]);
  });

  it('never puts a folder into itself', async () => {
    await applyNode(aFolder({ id: 'inner', parentId: 'f' }));
    await expect(queueHere(['f'], move('inner'))).rejects.toMatchObject({ code: 'cycle' });
    expect([await queue(), (await findNode('f'))?.parentId]).toEqual([[], 'root']);
  });

  it('to thousands is one write', async () => {
    const many = Array.from({ length: 600 }, (_, n) => aNode({ id: `x${n}`, name: `x${n}` }));
    await applyNodes(many);
    await queueHere(
      many.map(({ id }) => id),
      TRASH,
    );
    expect([await countUnsent('ada'), (await trashed()).length]).toEqual([600, 600]);
  });

  it('in a folder that is not made yet waits for it', async () => {
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['a'], move('new'));
    await queueHere(['inner'], { ...NEW_FOLDER, parentId: 'new' });
    const folder = await entry('new');
    expect((await entry('a')).after).toEqual([folder.id]);
    expect((await entry('inner')).after).toEqual([folder.id]);
    expect(await names('new')).toEqual(['Trip', 'a']);
  });

  it('brings what was trashed back to the top where its folder is gone', async () => {
    await applyNode(aNode({ id: 'c', parentId: 'f', name: 'c' }));
    await queueHere(['c'], TRASH);
    await queueHere(['f'], TRASH);
    await send('c');
    await queueHere(['c'], RESTORE);
    expect(await names()).toContain('c');
  });
});

describe('opposite mutations that nobody has sent', () => {
  it.each([
    [TRASH, RESTORE],
    [rename('x'), rename('a')],
    [move('f'), move('root')],
  ])('%j and %j leave nothing to send', async (one, other) => {
    const before = await findNode('a');
    await queueHere(['a'], one);
    await queueHere(['a'], other);
    expect(await queue()).toEqual([]);
    expect(await findNode('a')).toMatchObject({ ...before, appliedAt: expect.any(Number) });
    expect(await db.shadows.count()).toBe(0);
  });

  it('a folder that is thrown away again was never made', async () => {
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['new'], rename('Tour'));
    expect(await names()).toContain('Tour');
    await queueHere(['new'], TRASH);
    expect([await queue(), await names()]).toEqual([[], ['a', 'b', 'folder']]);
  });

  it('are both sent where the first was', async () => {
    await queueHere(['a'], TRASH);
    await send('a');
    await queueHere(['a'], RESTORE);
    expect(await queue()).toEqual([
      ['a', 'trash'],
      ['a', 'restore'],
    ]);
    expect(await names()).toContain('a');
  });

  it('are both sent where somebody took the name meanwhile', async () => {
    await queueHere(['a'], TRASH);
    await queueHere(['b'], rename('a'));
    expect((await entry('b')).after).toEqual([(await entry('a')).id]);
    await queueHere(['a'], RESTORE);
    expect((await queue()).length).toBe(3);
  });
});

describe('what the server says meanwhile', () => {
  it('goes beneath what is queued, and shows once that is refused', async () => {
    await queueHere(['a'], TRASH);
    await applyNode({ ...a, name: 'renamed elsewhere', seq: 7 });
    expect(await names()).toEqual(['b', 'folder']);
    await answer('a', { is: 'refused', code: 'forbidden' });
    expect(await names()).toEqual(['b', 'folder', 'renamed elsewhere']);
  });

  it('and what is queued are shown together', async () => {
    await queueHere(['a'], move('f'));
    await applyNode({ ...a, name: 'renamed elsewhere', seq: 7 });
    expect(await names('f')).toEqual(['renamed elsewhere']);
  });

  it('is not overruled by an answer that is older', async () => {
    await queueHere(['a'], rename('mine'));
    await send('a');
    await applyNode({ ...a, name: 'theirs', seq: 9 });
    await answer('a', { is: 'done', node: { ...a, name: 'mine', seq: 5 } });
    expect(await findNode('a')).toMatchObject({ name: 'theirs', seq: 9 });
  });

  it('in a listing does not put back what was moved, trashed or deleted', async () => {
    await replaceTrash([{ ...b, trashedAt: '2026-01-01' }], 15);
    await queueHere(['b'], { is: 'purge' }, 20);
    await queueHere(['a'], TRASH, 20);
    await replaceFolderChildren('root', [a], 30);
    await replaceTrash([{ ...b, trashedAt: '2026-01-01' }], 30);
    expect([await names(), await trashed()]).toEqual([[], ['a']]);
    await answerAll(40);
    await replaceFolderChildren('root', [a], 30);
    await replaceTrash([{ ...b, trashedAt: '2026-01-01' }], 30);
    expect([await names(), await trashed()]).toEqual([[], ['a']]);
  });

  it('that a node is gone takes it, but not a folder that is still to be made in it', async () => {
    await queueHere(['a'], move('f'));
    await queueHere(['new'], { ...NEW_FOLDER, parentId: 'f' });
    await removeNodes(['f']);
    expect(await findNode('f')).toBeUndefined();
    expect(await findNode('a')).toMatchObject({ parentId: 'f' });
    expect(await findNode('new')).toMatchObject({ parentId: 'f' });
    await removeNodes(['a']);
    expect(await findNode('a')).toBeUndefined();
  });
});

describe('an answer', () => {
  it('that the node is gone drops all that was to be done to it', async () => {
    await queueHere(['a'], rename('x'));
    await queueHere(['a'], TRASH);
    await answer('a', { is: 'gone' });
    expect(await queue()).toEqual([['a', 'rename']]);
    expect((await entry('a')).refusal?.code).toBe('node-gone');
    expect(await findNode('a')).toBeUndefined();
    expect(await db.shadows.count()).toBe(0);
  });

  it('to what was taken off the queue meanwhile writes nothing', async () => {
    await queueHere(['a'], rename('x'));
    const { id } = await entry('a');
    await wipe();
    await settle([{ id, is: 'done', node: { ...a, name: 'x', seq: 2 } }]);
    expect(await findNode('a')).toBeUndefined();
  });

  it('that a folder was there already puts into it what was to go into the new one', async () => {
    await queueHere(['new'], { ...NEW_FOLDER, joins: true });
    await queueHere(['inner'], { ...NEW_FOLDER, name: 'Inner', parentId: 'new', joins: true });
    await enqueueInto('new');
    await answer('new', { is: 'joined', folder: aFolder({ id: 'there', name: 'trip' }) });
    expect((await entry('inner')).mutation).toMatchObject({ parentId: 'there' });
    expect([await names(), await names('there')]).toEqual([
      ['a', 'b', 'folder', 'trip'],
      ['Inner'],
    ]);
    expect((await findUpload('u'))?.folderId).toBe('there');
  });

  it('is told once, when all of the deed is answered', async () => {
    await queueHere(['a', 'b'], TRASH);
    await answer('a', { is: 'refused', code: 'forbidden' });
    expect(await takeUntold('ada')).toEqual([]);
    await answer('b', { is: 'done', node: null });
    expect((await takeUntold('ada')).map(({ nodeId, deedSize }) => [nodeId, deedSize])).toEqual([
      ['a', 2],
    ]);
    expect(await takeUntold('ada')).toEqual([]);
  });
});

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

const enqueueInto = (folderId: string) =>
  enqueue({
    userId: 'ada',
    stager: null,
    files: [{ id: 'u', filename: 'u', sizeBytes: 5, mimeType: '', lastModified: null, folderId }],
  });
