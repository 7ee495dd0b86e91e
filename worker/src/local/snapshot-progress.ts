// How far a snapshot over an earlier tree has come, so that another thread can go on with it. It is for
// as long as the position says that one is under way.

import { db } from './database.ts';
import { readFeed } from './feed-position.ts';
import type { SnapshotRow } from './rows.ts';

const snapshots = db.table<SnapshotRow, SnapshotRow['key']>('feed');

export type SnapshotProgress = Omit<SnapshotRow, 'key'>;

/** Everything up to its cursor has to be written already. */
export async function keepSnapshot(progress: SnapshotProgress): Promise<void> {
  await db.transaction('rw', db.feed, async () => {
    const here = await readFeed();
    if (here?.userId !== progress.userId || here.cursor !== null) return;
    await snapshots.put({ key: 'snapshot', ...progress });
  });
}

export async function findSnapshot(userId: string): Promise<SnapshotProgress | null> {
  const row = await snapshots.get('snapshot');
  return row?.userId === userId ? row : null;
}

/** It is over, or begins anew. */
export async function forgetSnapshot(): Promise<void> {
  await snapshots.delete('snapshot');
}
