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
    let first: { readonly waiting: number; readonly at: number } | null = null;
    let isLooking = false;
    const end = () => {
      clearInterval(timer);
      watching.unsubscribe();
      resolve({ refusedIds: state?.refusedIds ?? [], waiting: state?.waiting ?? 0 });
    };
    const note = (now: DeedState) => {
      first ??= { waiting: now.waiting, at: Date.now() };
      state = now;
      onLeft(now.waiting);
      // Not within the call that begins the watch: there is nothing to end yet.
      if (now.waiting === 0 || now.isHeldUp || !isOnline()) queueMicrotask(end);
    };
    // While thousands are answered the watch may be seconds behind: it waits for what is being written.
    const lookAgain = async () => {
      isLooking = true;
      const now = await readDeed(deedId);
      isLooking = false;
      if (now.waiting === first?.waiting) end();
      else note(now);
    };
    const timer = setInterval(() => {
      if (first === null) return;
      if (!isOnline()) return end();
      const isStuck = state?.waiting === first.waiting && Date.now() - first.at > PATIENCE_MS;
      if (isStuck && !isLooking) lookAgain().catch(reject);
    }, LOOK_EVERY_MS);
    const watching = liveQuery(() => readDeed(deedId)).subscribe({ next: note, error: reject });
  });
}

/** All at once: each reading waits for what is being written before it. */
async function readDeed(deedId: string): Promise<DeedState> {
  const [waiting, refused, { closedUntil }] = await Promise.all([
    db.outbox.where('[deedId+state]').equals([deedId, 'waiting']).count(),
    db.outbox.where('[deedId+state]').equals([deedId, 'refused']).toArray(),
    readConnection(),
  ]);
  const isHeldUp = waiting > 0 && closedUntil > Date.now();
  return { waiting, refusedIds: refused.map(({ nodeId }) => nodeId), isHeldUp };
}
