// What was opened lately and is kept for it, as long as there is room.

import type { KeptContent } from '../engine/keep/content.ts';
import { overLimit } from '../engine/keep/recent.ts';
import { readAccount } from './account.ts';
import { db } from './database.ts';
import { deleteContents } from './kept-contents.ts';
import type { KeptChunkRow } from './kept-rows.ts';

export interface OpenedFile {
  readonly userId: string;
  readonly fileId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly sizeBytes: number;
}

/** Keeps a file that was opened, with all of its chunks. One that is here already is left as it is. */
export async function putRecent(
  file: OpenedFile,
  chunks: readonly Pick<KeptChunkRow, 'hash' | 'bytes'>[],
  now = Date.now(),
): Promise<void> {
  const { contentHash } = file;
  await db.transaction('rw', db.account, db.keptContents, db.keptChunks, async () => {
    const { user, isSignedIn } = await readAccount();
    if (!isSignedIn || user?.id !== file.userId) return;
    if ((await db.keptContents.get(contentHash)) !== undefined) return;
    await db.keptChunks.bulkPut(chunks.map((chunk, index) => ({ ...chunk, contentHash, index })));
    await db.keptContents.put({ ...recentContent(file, now), userId: file.userId });
  });
}

function recentContent(file: OpenedFile, now: number): KeptContent {
  const { fileId, version, contentHash, sizeBytes } = file;
  return {
    contentHash,
    sizeBytes,
    keptFor: 'recent',
    fileIds: [fileId],
    source: { fileId, version },
    state: 'kept',
    bytesKept: sizeBytes,
    why: null,
    attempts: 0,
    retryAt: 0,
    unwantedAt: null,
    usedAt: now,
  };
}

/** A video that is watched is asked for many times a minute. */
const TOUCH_EVERY_MS = 60_000;

/** It was opened again. */
export async function touchRecent(contentHash: string, now = Date.now()): Promise<void> {
  await db.keptContents
    .where('contentHash')
    .equals(contentHash)
    .and(({ keptFor, usedAt }) => keptFor === 'recent' && usedAt < now - TOUCH_EVERY_MS)
    .modify({ usedAt: now });
}

/** Drops what is over the limit, the least recently opened first. */
export async function trimRecent(limitBytes: number): Promise<void> {
  const recent = await db.keptContents.where('keptFor').equals('recent').toArray();
  await deleteContents([...overLimit(recent, limitBytes)]);
}

/** Drops all of it. */
export async function dropRecent(): Promise<void> {
  await deleteContents(await db.keptContents.where('keptFor').equals('recent').primaryKeys());
}

/** Drops all that nobody has asked to keep; gives whether there was any. */
export async function makeRoom(): Promise<boolean> {
  const recent = await db.keptContents.where('keptFor').equals('recent').primaryKeys();
  const unwanted = await db.keptContents.where('unwantedAt').above(0).primaryKeys();
  await deleteContents([...recent, ...unwanted]);
  return recent.length + unwanted.length > 0;
}
