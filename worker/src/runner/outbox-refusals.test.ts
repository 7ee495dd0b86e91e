import { beforeEach, describe, expect, it } from 'vitest';
import { DOER, queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { beginSending, names, problem, pump, scene, sent } from '../../test/sender-scene.ts';
import { findNode } from '../local/nodes.ts';
import { readOutbox } from '../local/read-outbox.ts';

beforeEach(beginSending);

describe('a refusal', () => {
  const refusal = async () => (await readOutbox(DOER.userId)).map((one) => one.refusal?.code);

  it('takes back what was shown, and waits for its person', async () => {
    scene.answers.set('rename a', problem('name-taken', 'fix'));
    await queueHere(['a'], { is: 'rename', name: 'x' });
    await pump();
    expect([await names(), await refusal()]).toEqual([['a', 'b', 'c'], ['name-taken']]);
  });

  it.each([
    ['not-found', problem('not-found', 'refetch'), 'node-gone'],
    ['not-found', null, 'parent-gone'],
    ['in-trash', null, 'parent-trashed'],
  ])('%s of a move says whether the node is away or the folder (%#)', async (code, node, means) => {
    scene.answers.set('move a', problem(code, 'refetch'));
    scene.answers.set('get a', node);
    await queueHere(['a'], { is: 'move', parentId: 'root2' });
    await pump();
    expect(await refusal()).toEqual([means]);
  });

  it('of a purge that was done already is none', async () => {
    scene.answers.set('purge a', problem('not-found', 'refetch'));
    scene.answers.set('get a', problem('not-found', 'refetch'));
    await queueHere(['a'], { is: 'purge' });
    await pump();
    expect([await readOutbox(DOER.userId), await names()]).toEqual([[], ['b', 'c']]);
  });

  it('of a purge of what was restored meanwhile brings it back', async () => {
    scene.answers.set('purge a', problem('not-found', 'refetch'));
    await queueHere(['a'], { is: 'purge' });
    await pump();
    expect([await refusal(), await names()]).toEqual([['node-restored'], ['a', 'b', 'c']]);
  });

  it('of a dropped folder whose name is taken puts what is in it into the one that is there', async () => {
    scene.answers.set('create Trip', problem('name-taken', 'fix'));
    await queueHere(['new'], { ...NEW_FOLDER, joins: true });
    await queueHere(['inner'], { ...NEW_FOLDER, name: 'Inner', parentId: 'new', joins: true });
    await pump();
    expect(sent()).toEqual(['create Trip', 'list root', 'create Inner']);
    expect((await findNode('inner'))?.parentId).toBe('there');
    expect(await names()).toEqual(['a', 'b', 'c', 'trip']);
  });
});
