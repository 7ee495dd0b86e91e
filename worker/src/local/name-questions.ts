// Files whose name stands already where they go, until their person has answered.

import { freeName } from '@satchel/shared/free-name';
import { nameKey } from '@satchel/shared/names';
import { type NameAnswer, type Names, placeFile, type Standing } from '../engine/same-name.ts';
import { step } from '../engine/step.ts';
import { db } from './database.ts';
import { nodeStores } from './node-store.ts';
import type { UploadRow } from './rows.ts';
import { readNames } from './standing-names.ts';

export type { FileFacts, NameAnswer } from '../engine/same-name.ts';
export { looksSame } from '../engine/same-name.ts';

export interface NameQuestion {
  readonly upload: UploadRow;
  /** What has the name; null when nothing has it any more. */
  readonly standing: Exclude<Standing, { is: 'folder' }> | null;
  /** What the file would be called beside it. */
  readonly freeName: string;
}

/** The question of one upload; undefined once it is answered. Can be observed by a live query. */
export async function findQuestion(uploadId: string): Promise<NameQuestion | undefined> {
  const upload = await db.uploads.get(uploadId);
  if (!upload?.awaitsAnswer) return undefined;
  const names = await readNames(upload.folderId);
  const standing = names.get(nameKey(upload.filename)) ?? null;
  return {
    upload,
    standing: standing?.is === 'folder' ? null : standing,
    freeName: freeName(upload.filename, names),
  };
}

/** Lets uploads go on as their person said, in the order of the queue. */
export async function answerQuestions(ids: readonly string[], answer: NameAnswer): Promise<void> {
  await db.transaction('rw', [db.uploads, ...nodeStores], async () => {
    const rows = await db.uploads
      .where('id')
      .anyOf([...ids])
      .sortBy('position');
    const byFolder = new Map<string, Names>();
    for (const row of rows.filter(({ awaitsAnswer }) => awaitsAnswer)) {
      const names = byFolder.get(row.folderId) ?? (await readNames(row.folderId));
      byFolder.set(row.folderId, names);
      const answered = answeredRow(row, answer, names);
      await db.uploads.put(answered);
      const { id, filename: name, sizeBytes, lastModified: modifiedAt } = answered;
      names.set(nameKey(name), { is: 'queued', id, name, sizeBytes, modifiedAt });
    }
  });
}

function answeredRow(row: UploadRow, answer: NameAnswer, names: Names): UploadRow {
  const placed = { ...row, ...placeFile(row.filename, answer, names), awaitsAnswer: false };
  return step(placed, { type: 'resume' }).upload;
}
