// Keeps sending for as long as an event of the browser lasts, with no page to pump: waits for the
// network inside, since the browser tries a failed event again only twice.

import type { QueueStore, RunnerPorts } from './ports.ts';

/** Chromium ends a `sync` event after 190 s; what is under way then gets the rest of that. */
export const SYNC_BUDGET_MS = 165_000;
const BETWEEN_MS = 1000;

type Deps = Pick<RunnerPorts, 'clock'> & {
  readonly store: Pick<QueueStore, 'findSignedIn' | 'hasWork'>;
};

interface Pumped {
  readonly isResting: boolean;
  pump(): Promise<void>;
}

/** Resolves when nothing is left that needs no person, when the time is over or when the uploader was
 *  told to rest. Gives whether something is left. */
export async function persevere(
  { clock, store }: Deps,
  uploader: Pumped,
  budgetMs: number,
): Promise<boolean> {
  const until = clock.now() + budgetMs;
  let isLeft = await hasWork(store);
  while (isLeft && clock.now() < until) {
    const over = new AbortController();
    const pumped = uploader.pump().finally(() => over.abort());
    await Promise.race([pumped, clock.sleep(until - clock.now(), over.signal)]);
    if (uploader.isResting) break;
    isLeft = await hasWork(store);
    if (isLeft) await clock.sleep(Math.min(BETWEEN_MS, until - clock.now()));
  }
  return isLeft;
}

async function hasWork(store: Deps['store']): Promise<boolean> {
  const userId = await store.findSignedIn();
  return userId !== null && (await store.hasWork(userId));
}
