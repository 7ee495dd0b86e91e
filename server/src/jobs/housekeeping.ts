import { deleteExpiredSessions } from '../features/auth/index.ts';
import { deleteExpiredKeys } from '../features/idempotency/index.ts';
import { pruneTombstones } from '../features/sync/index.ts';
import { collectGarbage, expireUploads } from '../features/uploads/index.ts';
import type { Database } from '../lib/tx.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Job } from './schedule.ts';

export interface HousekeepingDeps {
  readonly db: Database;
  readonly blobs: BlobStore;
  readonly clock: Clock;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
// Longer than any request may take, so no chunk is looked at while it is still on its way.
const CHUNK_GRACE_MS = HOUR_MS;

/** What has to be forgotten in time: expired uploads, sessions and keys, chunks nobody holds, and what
 *  has long been gone. */
export function housekeeping(deps: HousekeepingDeps): Job[] {
  const { db, clock } = deps;
  return [
    {
      name: 'expire-uploads',
      everyMs: 10 * MINUTE_MS,
      run: (signal) => expireUploads(deps, signal),
    },
    {
      name: 'collect-garbage',
      everyMs: HOUR_MS,
      run: (signal) => collectGarbage({ ...deps, graceMs: CHUNK_GRACE_MS }, signal),
    },
    {
      name: 'expire-sessions',
      everyMs: HOUR_MS,
      run: () => db.transact((tx) => deleteExpiredSessions(tx, clock.now())),
    },
    {
      name: 'expire-idempotency-keys',
      everyMs: HOUR_MS,
      run: () => db.transact((tx) => deleteExpiredKeys(tx, clock.now())),
    },
    {
      name: 'prune-tombstones',
      everyMs: HOUR_MS,
      run: (signal) => pruneTombstones(deps, signal),
    },
  ];
}
