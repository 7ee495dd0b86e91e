// Follows what somebody did until the server has answered all of it, or is not there to answer.

import { liveQuery } from 'dexie';
import { readConnection } from './connection.ts';
import { db } from './database.ts';

/** How a deed ended for whoever waits for it: with what was refused, or with some of it still to be
 *  sent. Nothing is lost either way. */
export interface DeedEnd {
  readonly refusedIds: readonly string[];
  readonly waiting: number;
}

interface DeedState extends DeedEnd {
  readonly isHeldUp: boolean;
}

// Whoever gets no answer at all within this long is not kept waiting.
const PATIENCE_MS = 4000;
const LOOK_EVERY_MS = 250;

export interface Following {
  /** Told how many have not been answered yet. */
  readonly onLeft?: (left: number) => void;
  readonly isOnline?: () => boolean;
}

/** Resolves when nothing of the deed waits any more, when the way to the server is closed, or when no
 *  first answer has come for a while. */
export function followDeed(
  deedId: string,
  { onLeft = () => undefined, isOnline = () => true }: Following = {},
): Promise<DeedEnd> {
  return new Promise((resolve, reject) => {
    let state: DeedState | null = null;
    const beganAt = Date.now();
    let first: number | null = null;
    const end = () => {
      clearInterval(timer);
      watching.unsubscribe();
      resolve({ refusedIds: state?.refusedIds ?? [], waiting: state?.waiting ?? 0 });
    };
    const timer = setInterval(() => {
      const isStuck = state?.waiting === first && Date.now() - beganAt > PATIENCE_MS;
      if (state !== null && (isStuck || !isOnline())) end();
    }, LOOK_EVERY_MS);
    const watching = liveQuery(() => readDeed(deedId)).subscribe({
      next: (now) => {
        first ??= now.waiting;
        state = now;
        onLeft(now.waiting);
        // Not within the call that begins the watch: there is nothing to end yet.
        if (now.waiting === 0 || now.isHeldUp || !isOnline()) queueMicrotask(end);
      },
      error: reject,
    });
  });
}

async function readDeed(deedId: string): Promise<DeedState> {
  const waiting = await db.outbox.where('[deedId+state]').equals([deedId, 'waiting']).count();
  const refused = await db.outbox.where('[deedId+state]').equals([deedId, 'refused']).toArray();
  const { closedUntil } = await readConnection();
  const isHeldUp = waiting > 0 && closedUntil > Date.now();
  return { waiting, refusedIds: refused.map(({ nodeId }) => nodeId), isHeldUp };
}
