// What a person does to the queue: add, hold, let go, forget. One transaction per deed.

import { chunkCount } from '@satchel/shared/chunk-plan';
import type { OnConflict } from '@satchel/shared/wire/uploads';
import { type Place, reorder } from '../engine/queue-order.ts';
import { step } from '../engine/step.ts';
import { newUpload, type UploadEvent } from '../engine/upload.ts';
import { db } from './database.ts';
import type { UploadRow } from './rows.ts';

export interface NewUpload {
  readonly id: string;
  readonly filename: string;
  readonly sizeBytes: number;
  readonly mimeType: string;
  readonly lastModified: number | null;
  readonly folderId: string;
  readonly onConflict?: OnConflict;
  readonly base?: UploadRow['base'];
  readonly after?: string | null;
  readonly awaitsAnswer?: boolean;
}

export interface Enqueued {
  readonly userId: string;
  /** The tab that holds the sources. */
  readonly stager: string | null;
  readonly files: readonly NewUpload[];
}

/** Adds files behind what is queued, all or nothing. */
export async function enqueue(added: Enqueued, now = Date.now()): Promise<void> {
  await db.transaction('rw', db.uploads, async () => {
    const last = await db.uploads.orderBy('position').last();
    const first = Math.floor(last?.position ?? 0) + 1;
    await db.uploads.bulkAdd(added.files.map((file, i) => uploadRow(added, file, first + i, now)));
  });
}

function uploadRow(added: Enqueued, file: NewUpload, position: number, now: number): UploadRow {
  const awaitsAnswer = file.awaitsAnswer ?? false;
  const fresh = newUpload(chunkCount(file.sizeBytes));
  return {
    ...(awaitsAnswer ? step(fresh, { type: 'pause' }).upload : fresh),
    id: file.id,
    userId: added.userId,
    position,
    filename: file.filename,
    sizeBytes: file.sizeBytes,
    mimeType: file.mimeType,
    lastModified: file.lastModified,
    folderId: file.folderId,
    onConflict: file.onConflict ?? 'version',
    base: file.base ?? null,
    after: file.after ?? null,
    awaitsAnswer,
    stager: added.stager,
    waitsForRoom: false,
    lease: null,
    addedAt: now,
    finishedAt: null,
  };
}

type PersonsEvent = Extract<UploadEvent, { type: 'pause' | 'resume' | 'retry' | 'room-made' }>;

/** Tells uploads of one person what that person did; all of them where `ids` is left out. */
export async function tellUploads(
  userId: string,
  event: PersonsEvent,
  ids?: readonly string[],
): Promise<void> {
  const told = new Set(ids);
  await db.uploads
    .where('userId')
    .equals(userId)
    .filter((row) => (ids === undefined || told.has(row.id)) && isMoved(row, event))
    // It goes on with an answer and not otherwise.
    .filter((row) => !row.awaitsAnswer)
    .modify((row, ref) => {
      ref.value = step(row, event).upload;
    });
}

/** Only rows that change are written: a queue may hold ten thousand. */
function isMoved(row: UploadRow, event: PersonsEvent): boolean {
  const { upload } = step(row, event);
  return upload.state !== row.state || upload.retryAt !== row.retryAt;
}

/** Puts uploads of one person elsewhere in the queue. */
export async function moveInQueue(
  userId: string,
  ids: readonly string[],
  place: Place,
): Promise<void> {
  await db.transaction('rw', db.uploads, async () => {
    const rows = await db.uploads.where('userId').equals(userId).sortBy('position');
    const open = rows.filter((row) => row.state !== 'done');
    const moved = reorder(open, ids, place);
    await db.uploads.bulkUpdate(
      moved.map(({ id, position }) => ({ key: id, changes: { position } })),
    );
  });
}

/** Lets go on what waited for this person's sign-in. */
export async function freeSignedIn(userId: string): Promise<void> {
  await db.uploads
    .where('[userId+state+position]')
    .between(
      [userId, 'blocked', Number.NEGATIVE_INFINITY],
      [userId, 'blocked', Number.POSITIVE_INFINITY],
    )
    .modify((row, ref) => {
      ref.value = step(row, { type: 'signed-in' }).upload;
    });
}

/** Takes uploads off the queue with their staged bytes. Sessions that were open are left to be
 *  ended on the server. */
export async function removeUploads(ids: readonly string[]): Promise<void> {
  await db.transaction('rw', db.uploads, db.chunks, db.abandoned, async () => {
    const rows = (await db.uploads.bulkGet([...ids])).filter((row) => row !== undefined);
    await db.abandoned.bulkPut(
      rows.flatMap((row) =>
        row.session === null || row.state === 'done'
          ? []
          : [{ session: row.session, userId: row.userId }],
      ),
    );
    await db.chunks
      .where('uploadId')
      .anyOf([...ids])
      .delete();
    await db.uploads.bulkDelete([...ids]);
  });
}

/** Takes what is done off the list. */
export async function clearFinished(userId: string): Promise<void> {
  await db.uploads
    .where('[userId+state+position]')
    .between([userId, 'done', Number.NEGATIVE_INFINITY], [userId, 'done', Number.POSITIVE_INFINITY])
    .delete();
}

/** Takes everything of one person's off the queue. */
export async function removeAllUploads(userId: string): Promise<void> {
  await db.transaction('rw', db.uploads, db.chunks, db.abandoned, async () => {
    await removeUploads(await db.uploads.where('userId').equals(userId).primaryKeys());
  });
}
