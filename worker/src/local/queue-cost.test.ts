import { beforeEach, describe, expect, it } from 'vitest';
import { DOER, queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import {
  answer,
  beginOutbox,
  enqueueInto,
  entry,
  move,
  rename,
  TRASH,
} from '../../test/outbox-scene.ts';
import { countRowsRead } from '../../test/rows-read.ts';
import { db } from './database.ts';
import { goOn } from './go-on.ts';
import { applyNodes } from './node-writes.ts';
import { countUnsent, readFoldersToCome, readNextUnsent, readRefused } from './outbox.ts';
import { takeBack } from './take-back.ts';

const queueRead = countRowsRead(db, 'outbox');
const shadowsRead = countRowsRead(db, 'shadows');

beforeEach(beginOutbox);

/** Lets so many changes wait that have nothing to do with what a test does. */
async function letWait(count: number): Promise<void> {
  const folder = aFolder({ id: 'elsewhere', parentId: 'root', name: 'elsewhere' });
  const ids = Array.from({ length: count }, (_, n) => `x${n}`);
  const nodes = ids.map((id) => aNode({ id, name: id, parentId: 'elsewhere' }));
  await applyNodes([folder, ...nodes]);
  await queueHere(ids, TRASH);
  expect(await countUnsent(DOER.userId)).toBe(count);
}

async function readBy(act: () => Promise<unknown>): Promise<[queue: number, shadows: number]> {
  const before = [queueRead.count, shadowsRead.count] as const;
  await act();
  return [queueRead.count - before[0], shadowsRead.count - before[1]];
}

const id = async (nodeId: string) => (await entry(nodeId)).id;

const DEEDS: Record<string, () => Promise<unknown>> = {
  'a new name': () => queueHere(['a'], rename('x')),
  'a new place': () => queueHere(['a'], move('f')),
  'a new folder': () => queueHere(['new'], NEW_FOLDER),
  'to the trash with a folder': () => queueHere(['f'], TRASH),
  'back from the trash': async () => {
    await queueHere(['a'], TRASH);
    await queueHere(['a'], { is: 'restore', homeId: null });
  },
  'gone for good': async () => {
    await queueHere(['a'], { is: 'purge' });
    await answer('a', { is: 'done', node: null });
  },
  'an answer': async () => {
    await queueHere(['a'], TRASH);
    await answer('a', { is: 'done', node: aNode({ id: 'a', seq: 9 }) });
  },
  'an answer that it is gone': async () => {
    await queueHere(['f'], TRASH);
    await answer('f', { is: 'gone' });
  },
  'taking back': async () => {
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['b'], move('new'));
    await takeBack(DOER, await id('new'));
  },
  'going on after a refusal': async () => {
    await queueHere(['a'], rename('b'));
    await answer('a', { is: 'refused', code: 'name-taken' });
    await readRefused(DOER.userId);
    await goOn(DOER, await id('a'), 'other-name');
  },
  'a folder that another takes in': async () => {
    await queueHere(['new'], { ...NEW_FOLDER, joins: true });
    await enqueueInto('new');
    await readFoldersToCome(DOER.userId);
    await answer('new', { is: 'joined', folder: aFolder({ id: 'there', name: 'trip' }) });
  },
  'the first that wait': () => readNextUnsent(DOER.userId, 5),
};

describe('what is read of a queue does not grow with it', () => {
  it.each(Object.entries(DEEDS))('for %s', async (_name, deed) => {
    await letWait(10);
    const few = await readBy(deed);
    await beginOutbox();
    await letWait(400);
    expect(await readBy(deed)).toEqual(few);
  });
});
