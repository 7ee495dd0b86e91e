// Where files that are being staged were taken from, so that they can be read again after the tab
// went away. A handle outlives a restart, but its permission does not: it is a source to click on.

import { db } from './database.ts';
import type { Origin, OriginRow } from './rows.ts';

export type { Origin };

/** Keeps origins until their uploads are staged. */
export async function keepOrigins(origins: readonly OriginRow[]): Promise<void> {
  await db.origins.bulkPut(origins);
}

export async function forgetOrigins(uploadIds: readonly string[]): Promise<void> {
  await db.origins.bulkDelete([...uploadIds]);
}

export async function findOrigin(uploadId: string): Promise<Origin | undefined> {
  return db.origins.get(uploadId);
}

/** Those of `uploadIds` whose file can be opened again without being chosen. */
export async function readReopenable(uploadIds: readonly string[]): Promise<Set<string>> {
  const keys = await db.origins
    .where('uploadId')
    .anyOf([...uploadIds])
    .primaryKeys();
  return new Set(keys);
}

/** Drops what belongs to no upload that still needs it. */
export async function forgetStaleOrigins(): Promise<void> {
  await db.transaction('rw', db.origins, db.uploads, async () => {
    const ids = await db.origins.toCollection().primaryKeys();
    const rows = await db.uploads.bulkGet(ids);
    const isStale = (_id: string, i: number) => {
      const row = rows[i];
      return row === undefined || row.stagedChunks === row.totalChunks;
    };
    await db.origins.bulkDelete(ids.filter(isStale));
  });
}
