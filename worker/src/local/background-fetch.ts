// Hands uploads over to the browser's own sending, and takes them back. A handed-over upload is
// leased as a whole: writing a mark into each chunk's row would copy its bytes.

import type { BackgroundFetchFacts } from '../engine/background-fetch.ts';
import { isActive } from '../engine/facts.ts';
import { isLeased } from '../engine/lease.ts';
import { db } from './database.ts';
import type { ChunkRow, UploadRow } from './rows.ts';

const KEY = 'background-fetch';
/** Should nobody ever look after it. */
const LEASE_MS = 24 * 60 * 60 * 1000;

export interface HandedOver {
  readonly upload: UploadRow & { readonly session: string };
  readonly chunks: readonly (ChunkRow & { readonly hash: string })[];
}

/** Uploads of one person that need nothing more than to be sent, in the order of the queue. */
export async function readReadyToHandOver(userId: string, now = Date.now()): Promise<UploadRow[]> {
  const rows = await db.uploads.where('userId').equals(userId).sortBy('position');
  return rows.filter((row) => isReady(row, now));
}

/** Leases what is ready, at most `mostChunks` of them, and gives what there is to send. Null where
 *  there is nothing, or something is handed over already. */
export async function handOver(
  userId: string,
  id: string,
  mostChunks: number,
  now = Date.now(),
): Promise<readonly HandedOver[] | null> {
  return db.transaction('rw', db.uploads, db.chunks, db.settings, async () => {
    if ((await readBackgroundFetch()) !== null) return null;
    const handed: HandedOver[] = [];
    let left = mostChunks;
    for (const row of await readReadyToHandOver(userId, now)) {
      const pending = await db.chunks.where('uploadId').equals(row.id).sortBy('index');
      if (pending.length === 0 || pending.length > left) continue;
      left -= pending.length;
      handed.push({ upload: withSession(row), chunks: pending.filter(isHashed) });
      await db.uploads.update(row.id, { lease: { owner: id, until: now + LEASE_MS } });
    }
    if (handed.length === 0) return null;
    const uploadIds = handed.map(({ upload }) => upload.id);
    await writeFacts({ id, uploadIds, bytesSent: 0, movedAt: now });
    return handed;
  });
}

/** Takes back whatever was handed over under `id`; what of it arrived the server says. */
export async function takeBack(id: string): Promise<void> {
  await db.transaction('rw', db.uploads, db.settings, async () => {
    await db.uploads.filter((row) => row.lease?.owner === id).modify({ lease: null });
    if ((await readBackgroundFetch())?.id === id) await db.settings.delete(KEY);
  });
}

/** What is being sent by the browser itself; null while nothing is. */
export async function readBackgroundFetch(): Promise<BackgroundFetchFacts | null> {
  const row = await db.settings.get(KEY);
  return (row?.value as BackgroundFetchFacts | undefined) ?? null;
}

/** Records a look at it, unless it is over meanwhile. */
export async function recordBackgroundFetch(facts: BackgroundFetchFacts): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    if ((await readBackgroundFetch())?.id === facts.id) await writeFacts(facts);
  });
}

async function writeFacts(value: BackgroundFetchFacts): Promise<void> {
  await db.settings.put({ key: KEY, value });
}

function isReady(row: UploadRow, now: number): boolean {
  const isWhole = row.stagedChunks === row.totalChunks && row.hashedChunks === row.totalChunks;
  return isActive(row) && isWhole && row.session !== null && !isLeased(row.lease, now);
}

function withSession(row: UploadRow): HandedOver['upload'] {
  if (row.session === null) throw new Error(`upload ${row.id} has no session to send to`);
  return { ...row, session: row.session };
}

function isHashed(row: ChunkRow): row is ChunkRow & { readonly hash: string } {
  return row.hash !== null;
}
