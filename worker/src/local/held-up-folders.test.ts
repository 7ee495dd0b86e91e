import { beforeEach, expect, it } from 'vitest';
import { queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { answer, beginOutbox } from '../../test/outbox-scene.ts';
import { readHeldUpFolders } from './held-up-folders.ts';

beforeEach(beginOutbox);

const newFolder = (name: string, parentId: string) => ({ ...NEW_FOLDER, name, parentId });

it('a folder that was refused holds up what is below it, and nothing else', async () => {
  await queueHere(['trip'], newFolder('Trip', 'f'));
  await queueHere(['photos'], newFolder('Photos', 'trip'));
  await queueHere(['other'], newFolder('Other', 'f'));
  expect([...(await readHeldUpFolders('ada'))]).toEqual([]);
  await answer('trip', { is: 'refused', code: 'in-trash' });
  expect([...(await readHeldUpFolders('ada'))]).toEqual([
    ['trip', 'Trip'],
    ['photos', 'Trip'],
  ]);
  expect([...(await readHeldUpFolders('somebody else'))]).toEqual([]);
});

it('another change that was refused holds up no folder', async () => {
  await queueHere(['trip'], newFolder('Trip', 'f'));
  await queueHere(['a'], { is: 'rename', name: 'b' });
  await answer('a', { is: 'refused', code: 'name-taken' });
  expect([...(await readHeldUpFolders('ada'))]).toEqual([]);
});
