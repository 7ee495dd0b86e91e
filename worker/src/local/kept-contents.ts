// The contents that are kept, and their chunks. A chunk counts only together with the row that says
// so: both are written by one transaction.

import { chunkCount } from '@satchel/shared/chunk-plan';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { Dexie } from 'dexie';
import type { KeptContent } from '../engine/keep/content.ts';
import { db } from './database.ts';
import type { KeptChunkRow, KeptContentRow } from './kept-rows.ts';

function chunksOf(contentHash: string) {
  return db.keptChunks
    .where('[contentHash+index]')
    .between([contentHash, Dexie.minKey], [contentHash, Dexie.maxKey]);
}

/** Which chunks of a content are here. */
export async function readKeptIndexes(contentHash: string): Promise<ReadonlySet<number>> {
  return new Set((await chunksOf(contentHash).primaryKeys()).map(([, index]) => index));
}

/** The same chunk, as it came with another content. */
export async function findKeptChunk(hash: string): Promise<Blob | ArrayBuffer | undefined> {
  return (await db.keptChunks.where('hash').equals(hash).first())?.bytes;
}

/** Keeps a chunk and what its content is with it. False where that is not wanted any more. Throws the
 *  database's quota error when this browser has no room. */
export async function putKeptChunk(chunk: KeptChunkRow, content: KeptContent): Promise<boolean> {
  return db.transaction('rw', db.keptContents, db.keptChunks, async () => {
    if ((await db.keptContents.update(content.contentHash, facts(content))) === 0) return false;
    await db.keptChunks.put(chunk);
    return true;
  });
}

/** Writes what became of a content; one that is gone stays gone. */
export async function writeKeptContent(content: KeptContent): Promise<void> {
  await db.keptContents.update(content.contentHash, facts(content));
}

// What its files are is the plan's, and may have changed meanwhile.
function facts({ state, bytesKept, why, attempts, retryAt }: KeptContent) {
  return { state, bytesKept, why, attempts, retryAt };
}

/** Marks a content as whole if every chunk of it is here. */
export async function completeContent(contentHash: string): Promise<boolean> {
  return db.transaction('rw', db.keptContents, db.keptChunks, async () => {
    const row = await db.keptContents.get(contentHash);
    if (row === undefined) return false;
    if ((await chunksOf(contentHash).count()) !== chunkCount(row.sizeBytes)) return false;
    const whole = { state: 'kept', bytesKept: row.sizeBytes, why: null } as const;
    await db.keptContents.put({ ...row, ...whole, attempts: 0, retryAt: 0 });
    return true;
  });
}

/** Something of a content is missing: it is fetched again. */
export async function doubtContent(contentHash: string): Promise<void> {
  await db.keptContents.update(contentHash, { state: 'waiting' });
}

/** What failed is tried at once. */
export async function retryFailed(): Promise<void> {
  await db.keptContents.where('state').equals('failed').modify({ state: 'waiting', retryAt: 0 });
}

/** Frees what there is of a content that can't be had, and says why. */
export async function giveUpContent(content: KeptContent): Promise<void> {
  await db.transaction('rw', db.keptContents, db.keptChunks, async () => {
    await chunksOf(content.contentHash).delete();
    await writeKeptContent(content);
  });
}

export async function deleteContents(hashes: readonly string[]): Promise<void> {
  await db.transaction('rw', db.keptContents, db.keptChunks, async () => {
    await db.keptContents.bulkDelete([...hashes]);
    for (const hash of hashes) await chunksOf(hash).delete();
  });
}

/** The chunks that hold the bytes from `start` to `end`, in order; undefined where one is missing. */
export async function readKeptChunks(
  { contentHash }: Pick<KeptContentRow, 'contentHash'>,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<KeptChunkRow[] | undefined> {
  const first = Math.floor(start / CHUNK_SIZE_BYTES);
  const last = Math.floor(end / CHUNK_SIZE_BYTES);
  const rows = await db.keptChunks
    .where('[contentHash+index]')
    .between([contentHash, first], [contentHash, last], true, true)
    .toArray();
  return rows.length === last - first + 1 ? rows : undefined;
}
