// Starts what keeps uploads going while a page is open.

import { readAccount } from '../local/account.ts';
import { countUnsent } from '../local/outbox.ts';
import { findUnheld } from '../local/presence.ts';
import { loseSource, readStagers } from '../local/staged-chunks.ts';
import { hasWork } from '../local/uploads.ts';
import { askForSync } from './background-sync.ts';
import { reopenPermitted } from './origins.ts';
import { pump } from './pump.ts';

const PUMP_EVERY_MS = 15_000;

/** Sends what is queued, now and as long as the page is open. Gives back what ends that. */
export function startTransfers(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const onOnline = () => {
    pump({ retryNow: true });
    wakeLater();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') pumpIfNeeded();
    else wakeLater();
  };
  addEventListener('online', onOnline, { signal });
  document.addEventListener('visibilitychange', onVisible, { signal });
  const timer = setInterval(pumpIfNeeded, PUMP_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  findLostSources().then(reopenPermitted).then(onOnline).catch(reportError);
  return () => stop.abort();
}

function pumpIfNeeded(): void {
  goOnIfNeeded().catch(reportError);
}

async function goOnIfNeeded(): Promise<void> {
  await findLostSources();
  if (!(await isNeeded())) return;
  pump();
  await askForSync();
}

/** Once the page is hidden it may be closed without a word. */
function wakeLater(): void {
  askIfNeeded().catch(reportError);
}

async function askIfNeeded(): Promise<void> {
  if (await isNeeded()) await askForSync({ isFresh: true });
}

async function isNeeded(): Promise<boolean> {
  const { user, isSignedIn } = await readAccount();
  if (user === null || !isSignedIn) return false;
  return (await countUnsent(user.id)) > 0 || (await hasWork(user.id));
}

/** Files that a tab was still reading when it went away can't be read by anybody else. */
async function findLostSources(): Promise<void> {
  const { user } = await readAccount();
  if (user === null) return;
  const staging = await readStagers(user.id);
  const lost = new Set(await findUnheld([...new Set(staging.map((s) => s.stager))]));
  for (const { id, stager } of staging) {
    if (lost.has(stager)) await loseSource(id, 'tab-closed');
  }
}
