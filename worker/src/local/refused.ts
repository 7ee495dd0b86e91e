// Changes that the server refused, for whoever tells of them and for their person.

import { db } from './database.ts';
import { countRefused, countUnsent } from './outbox.ts';
import type { OutboxRefusal, OutboxRow } from './rows.ts';

export type { WayOn } from '../engine/mutations/refusals.ts';
export { waysOn } from '../engine/mutations/refusals.ts';
export { suggestName } from './go-on.ts';

/** What waits, what was refused, and how much of that there is to tell: what was refused, once the
 *  rest of its deed is answered. */
export async function countOutbox(
  userId: string,
): Promise<{ waiting: number; refused: number; untold: number }> {
  const waiting = await countUnsent(userId);
  const refused = await countRefused(userId);
  const untold = refused === 0 ? 0 : (await findUntold(userId)).length;
  return { waiting, refused, untold };
}

/** What there is to tell: told by whoever gets it from here, and by nobody else. */
export async function takeUntold(userId: string, now = Date.now()): Promise<OutboxRow[]> {
  return db.transaction('rw', db.outbox, async () => {
    const untold = await findUntold(userId);
    await db.outbox.bulkPut(untold.map((row) => ({ ...row, refusal: told(row, now) })));
    return untold;
  });
}

async function findUntold(userId: string): Promise<OutboxRow[]> {
  const refused = await db.outbox.where('[userId+state]').equals([userId, 'refused']).toArray();
  const untold = refused.filter(({ refusal }) => refusal?.isTold === false);
  const going = new Set<string>();
  for (const deedId of new Set(untold.map((row) => row.deedId))) {
    const left = await db.outbox.where('[deedId+state]').equals([deedId, 'waiting']).count();
    if (left > 0) going.add(deedId);
  }
  return untold.filter(({ deedId }) => !going.has(deedId));
}

function told({ refusal }: OutboxRow, now: number): OutboxRefusal {
  return { code: refusal?.code ?? '', at: refusal?.at ?? now, isTold: true };
}
