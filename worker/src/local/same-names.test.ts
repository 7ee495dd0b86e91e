// Adding trees where names stand already, and the answers.

import { beforeEach, describe, expect, it } from 'vitest';
import { trashHere } from '../../test/deeds.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import type { TreeEntry } from '../engine/folder-plan.ts';
import { recordSignIn } from './account.ts';
import { addTree } from './add-tree.ts';
import { answerQuestions, findQuestion } from './name-questions.ts';
import { applyNodes } from './node-writes.ts';
import { readOutbox } from './read-outbox.ts';
import { giveSource, loseSource } from './staged-chunks.ts';
import { tellUploads } from './upload-queue.ts';
import { findUpload, readUploads } from './uploads.ts';
import { wipe } from './wipe.ts';
import { recordNotes } from './work.ts';

beforeEach(async () => {
  await wipe();
  await recordSignIn(ADA);
});

let last = 0;
const newId = () => `id${++last}`;
const source = { size: 5, type: 'text/plain', lastModified: 1000 };

const entry = (path: string): TreeEntry<typeof source> => ({
  kind: 'file',
  path: path.split('/'),
  source,
});

const add = (...paths: string[]) =>
  addTree({
    userId: 'ada',
    stager: 'tab',
    folderId: 'root',
    entries: paths.map(entry),
    newId,
  });

const plan = aNode({ id: 'plan', parentId: 'root', name: 'plan.md', version: 3 });
const docs = aFolder({ id: 'docs', parentId: 'root', name: 'Docs' });

const rows = async () =>
  (await readUploads('ada')).map(({ filename, ...row }) => ({ filename, ...row }));

describe('adding files', () => {
  it('asks about a name that stands there, and queues the others at once', async () => {
    await applyNodes([plan]);
    await add('plan.md', 'other.md');
    expect(await rows()).toMatchObject([
      { filename: 'plan.md', state: 'paused', awaitsAnswer: true },
      { filename: 'other.md', state: 'staging', awaitsAnswer: false },
    ]);
  });

  it('queues what has an impossible name under the nearest possible one, into what is there', async () => {
    await applyNodes([docs]);
    await add(' Docs./last. .txt', 'Vol. 1./a.txt');
    expect(await rows()).toMatchObject([
      { filename: 'last. .txt', folderId: 'docs', awaitsAnswer: false },
      { filename: 'a.txt', awaitsAnswer: false },
    ]);
    expect(await readOutbox('ada')).toMatchObject([{ mutation: { name: 'Vol. 1' } }]);
  });

  it('does not ask about what lies in the trash', async () => {
    await applyNodes([plan]);
    await trashHere(['plan']);
    await add('plan.md');
    expect(await rows()).toMatchObject([{ awaitsAnswer: false }]);
  });

  it('asks about a name that is on its way into the same folder', async () => {
    await add('plan.md');
    await add('plan.md');
    expect(await rows()).toMatchObject([{ awaitsAnswer: false }, { awaitsAnswer: true }]);
  });

  it('asks about a name that has just arrived, before the replica shows it', async () => {
    await add('plan.md');
    const [{ id } = { id: '' }] = await rows();
    const result = { fileId: id, version: 1, isConflictedCopy: false };
    await recordNotes('ada', [{ uploadId: id, event: { type: 'completed', result }, chunks: [] }]);
    await add('plan.md');
    const [, asked] = await rows();
    await answerQuestions([asked?.id ?? ''], 'version');
    expect(asked).toMatchObject({ awaitsAnswer: true });
    expect(await findUpload(asked?.id ?? '')).toMatchObject({ base: { fileId: id, version: 1 } });
  });

  it('merges a dropped folder into the one of its name, and asks inside it', async () => {
    const inner = aNode({ id: 'inner', parentId: 'docs', name: 'plan.md' });
    await applyNodes([docs, inner]);
    await add('docs/plan.md', 'docs/new.md', 'docs/deeper/x.md');
    expect(await rows()).toMatchObject([
      { folderId: 'docs', awaitsAnswer: true },
      { folderId: 'docs', awaitsAnswer: false },
      { awaitsAnswer: false },
    ]);
    expect((await readOutbox('ada')).map(({ mutation }) => mutation)).toMatchObject([
      { is: 'create-folder', parentId: 'docs', name: 'deeper', joins: true },
    ]);
  });

  it('merges a folder into one that is still to be made', async () => {
    await add('new/a.md');
    await add('new/a.md', 'new/b.md');
    expect(await readOutbox('ada')).toHaveLength(1);
    expect((await rows()).map((row) => row.awaitsAnswer)).toEqual([false, true, false]);
  });

  it('hands a file to the upload that waits for it without asking', async () => {
    await add('plan.md');
    const [{ id } = { id: '' }] = await rows();
    await loseSource(id, 'tab-closed');
    expect(await add('plan.md')).toEqual([{ uploadId: id, source }]);
    expect(await rows()).toMatchObject([{ id, state: 'staging' }]);
  });
});

describe('a file that waits for an answer', () => {
  const ask = async () => {
    await applyNodes([plan]);
    const [queued] = await add('plan.md');
    return queued?.uploadId ?? '';
  };

  it('shows what has its name, and what it would be called beside it', async () => {
    const question = await findQuestion(await ask());
    expect(question?.standing).toMatchObject({ is: 'file', id: 'plan', version: 3 });
    expect(question?.freeName).toBe('plan (2).md');
  });

  it('goes on with the version that was seen as its base', async () => {
    const id = await ask();
    await answerQuestions([id], 'version');
    expect(await findUpload(id)).toMatchObject({
      state: 'staging',
      awaitsAnswer: false,
      base: { fileId: 'plan', version: 3 },
    });
    expect(await findQuestion(id)).toBeUndefined();
  });

  it('goes on beside what has its name', async () => {
    const id = await ask();
    await answerQuestions([id], 'rename');
    expect(await findUpload(id)).toMatchObject({ filename: 'plan (2).md', onConflict: 'rename' });
  });

  it('is not let go by "resume all"', async () => {
    const id = await ask();
    await tellUploads('ada', { type: 'resume' });
    expect(await findUpload(id)).toMatchObject({ state: 'paused', awaitsAnswer: true });
  });

  it('still waits after it lost its source and got it again', async () => {
    const id = await ask();
    await loseSource(id, 'tab-closed');
    expect(await giveSource(id, 'tab')).toBe(true);
    expect(await findUpload(id)).toMatchObject({ state: 'paused', awaitsAnswer: true });
  });

  it('comes after another of its name that got the same answer', async () => {
    const first = await ask();
    const [second] = await add('plan.md');
    await answerQuestions([first, second?.uploadId ?? ''], 'version');
    expect(await rows()).toMatchObject([
      { base: { fileId: 'plan' }, after: null },
      { base: null, after: first },
    ]);
  });

  it('goes on as it is where the name has become free', async () => {
    const id = await ask();
    await applyNodes([{ ...plan, name: 'old plan.md' }]);
    expect((await findQuestion(id))?.standing).toBeNull();
    await answerQuestions([id], 'rename');
    expect(await findUpload(id)).toMatchObject({ filename: 'plan.md', base: null });
  });
});
