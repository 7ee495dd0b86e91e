// Keeps what is wanted offline up to date while a page is open.

import { readAccount } from '../local/account.ts';
import { hasKeepWork, hasKept } from '../local/kept-work.ts';
import { watchWanted } from '../local/watch-wanted.ts';
import type { Keeper } from '../runner/keep/keeper.ts';
import { askWorker } from './ask-worker.ts';
import { askForSync } from './background-sync.ts';
import { restToo } from './pump.ts';

const LOOK_EVERY_MS = 15_000;
/** Changes come in groups. */
const GATHER_MS = 1000;

let here: Keeper | null = null;

/** Has the service worker keep what is wanted, or does it here where there is none. */
export async function askKeeper({ isStale = false } = {}): Promise<void> {
  if (await askWorker({ type: 'keep', isStale })) return;
  if (here === null) {
    const { keeperHere } = await import('../runner/keep/keeper-here.ts');
    here ??= keeperHere();
    restToo(async () => here?.rest());
  }
  await here.pump({ isStale });
}

/** From now on, for as long as the page is open. Gives back what ends that. */
export function startKeeping(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const onChange = () => {
    planIfKept().catch(reportError);
  };
  const unwatch = watchWanted(onChange, GATHER_MS);
  addEventListener('online', onChange, { signal });
  const timer = setInterval(() => goOnIfNeeded().catch(reportError), LOOK_EVERY_MS);
  signal.addEventListener('abort', () => {
    unwatch();
    clearInterval(timer);
  });
  return () => stop.abort();
}

async function planIfKept(): Promise<void> {
  const userId = await findSignedIn();
  if (userId === null || !(await hasKept(userId))) return;
  await askKeeper({ isStale: true });
  await wakeIfNeeded(userId);
}

async function goOnIfNeeded(): Promise<void> {
  const userId = await findSignedIn();
  if (userId === null || !(await hasKeepWork(userId))) return;
  await askKeeper();
  await wakeIfNeeded(userId);
}

/** What is left when the last page is closed goes on where the browser allows it. */
async function wakeIfNeeded(userId: string): Promise<void> {
  if (await hasKeepWork(userId)) await askForSync();
}

async function findSignedIn(): Promise<string | null> {
  const { user, isSignedIn } = await readAccount();
  return isSignedIn ? (user?.id ?? null) : null;
}
