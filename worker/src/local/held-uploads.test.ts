import { beforeEach, expect, it } from 'vitest';
import { aNode } from '../../test/nodes.ts';
import { addTree } from './add-tree.ts';
import { claimHeld, dropHeld, readHeldNames } from './held-uploads.ts';
import { applyNodes } from './node-writes.ts';
import { NOBODY, readQueueOwner } from './queue-owner.ts';
import { readUploads } from './uploads.ts';
import { wipe } from './wipe.ts';

beforeEach(wipe);

let last = 0;
const share = async (...names: string[]) => {
  const source = { size: 5, type: 'text/plain', lastModified: 1000 };
  const entries = names.map((name) => ({ kind: 'file', path: [name], source }) as const);
  const { userId, folderId } = await readQueueOwner();
  return addTree({ userId, folderId, entries, stager: 'share', newId: () => `id${++last}` });
};

it('what comes while nobody was ever signed in is no person’s', async () => {
  expect(await readQueueOwner()).toEqual(NOBODY);
  await share('a.md', 'b.md');
  expect(await readHeldNames()).toEqual(['a.md', 'b.md']);
  expect(await readUploads('ada')).toEqual([]);
});

it('whoever takes it is asked about names that are taken', async () => {
  await applyNodes([aNode({ id: 'a', parentId: 'root', name: 'a.md' })]);
  await share('a.md', 'b.md');
  await claimHeld('ada', 'root');
  expect(await readHeldNames()).toEqual([]);
  expect(await readUploads('ada')).toMatchObject([
    { filename: 'a.md', folderId: 'root', state: 'paused', awaitsAnswer: true },
    { filename: 'b.md', folderId: 'root', state: 'staging', awaitsAnswer: false },
  ]);
});

it('a name that was shared twice becomes two files', async () => {
  await share('a.md');
  await share('a.md');
  await claimHeld('ada', 'root');
  expect((await readUploads('ada')).map((row) => row.state)).toEqual(['staging', 'staging']);
  expect((await readUploads('ada')).map((row) => row.filename)).toEqual(['a.md', 'a (2).md']);
});

it('it can be deleted', async () => {
  await share('a.md');
  await dropHeld();
  expect(await readHeldNames()).toEqual([]);
});
