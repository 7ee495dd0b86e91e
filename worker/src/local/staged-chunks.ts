// Staging as the store sees it: chunk rows appear together with the count that says so.

import type { StateName } from '../engine/upload.ts';
import { db } from './database.ts';
import type { UploadRow } from './rows.ts';
import {
  afterSourceGiven,
  afterSourceLost,
  afterStaging,
  chunkRows,
  isPartWanted,
  type StagedPart,
} from './staged-part.ts';

export type { StagedPart };

/** Keeps parts of any number of uploads, all or nothing, and gives the ids of those whose next part
 *  is still wanted. A part is left out when its upload is gone or has been started over. Throws the
 *  database's quota error when this browser has no room. */
export async function putStagedParts(parts: readonly StagedPart[]): Promise<Set<string>> {
  return db.transaction('rw', db.uploads, db.chunks, async () => {
    const rows = await db.uploads.bulkGet(parts.map((part) => part.uploadId));
    const wanted = parts.flatMap((part, i) => {
      const row = rows[i];
      return row !== undefined && isPartWanted(row, part) ? [{ row, part }] : [];
    });
    await db.chunks.bulkPut(wanted.flatMap(({ part }) => chunkRows(part)));
    await db.uploads.bulkPut(wanted.map(({ row, part }) => afterStaging(row, part)));
    return new Set(wanted.map(({ row }) => row.id));
  });
}

/** The uploads wait for room in this browser. */
export async function markWaitingForRoom(ids: readonly string[]): Promise<void> {
  await db.uploads
    .where('id')
    .anyOf([...ids])
    .modify({ waitsForRoom: true });
}

/** The source of an upload can't be read any more. */
export async function loseSource(uploadId: string, reason: string): Promise<void> {
  await db.uploads
    .where('id')
    .equals(uploadId)
    .modify((row, ref) => {
      ref.value = afterSourceLost(row, reason);
    });
}

/** The source of an upload was chosen again, by the tab `stager`. False where it needs none. */
export async function giveSource(uploadId: string, stager: string): Promise<boolean> {
  return db.transaction('rw', db.uploads, async () => {
    const row = await db.uploads.get(uploadId);
    if (row?.state !== 'needs-source') return false;
    await db.uploads.put(afterSourceGiven(row, stager));
    return true;
  });
}

const MAY_BE_STAGING = ['staging', 'paused', 'blocked', 'failed'] as const;

/** The uploads of one person that a tab is, or was, staging. */
export async function readStagers(userId: string): Promise<{ id: string; stager: string }[]> {
  const rows = await Promise.all(MAY_BE_STAGING.map((state) => readInState(userId, state)));
  return rows.flat().flatMap(({ id, stager, stagedChunks, totalChunks }) => {
    return stager === null || stagedChunks === totalChunks ? [] : [{ id, stager }];
  });
}

/** The uploads of one person that can only go on when their file is chosen again. */
export async function readWithoutSource(userId: string): Promise<UploadRow[]> {
  return readInState(userId, 'needs-source');
}

async function readInState(userId: string, state: StateName): Promise<UploadRow[]> {
  const [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return db.uploads
    .where('[userId+state+position]')
    .between([userId, state, first], [userId, state, last])
    .toArray();
}
