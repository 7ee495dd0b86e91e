import { isUnsent } from '../engine/mutations/mutation.ts';
import { db } from './database.ts';
import { readOutbox } from './read-outbox.ts';
import type { OutboxRow } from './rows.ts';
import { findShadows, nodeTables, writeShadows } from './shadows.ts';

/** Forgets the folders of dropped trees that nobody has sent, but for those that something else was done
 *  to, or put into. */
export async function dropPlanned(userId: string, now = Date.now()): Promise<void> {
  await db.transaction('rw', nodeTables, async () => {
    const queued = await readOutbox(userId);
    const others = queued.filter((row) => !isPlanned(row));
    const used = new Set(others.flatMap(({ nodeId, ways }) => [nodeId, ...ways]));
    const goes = queued.filter((row) => isPlanned(row) && !used.has(row.nodeId));
    await db.outbox.bulkDelete(goes.map(({ id }) => id));
    const shadows = await findShadows(goes.map(({ nodeId }) => nodeId));
    await writeShadows([...shadows.values()], now);
  });
}

function isPlanned(row: OutboxRow): boolean {
  return row.mutation.is === 'create-folder' && row.mutation.joins && isUnsent(row);
}
