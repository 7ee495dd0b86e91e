// What a person does about what is kept on this device.

import { readAccount } from '../local/account.ts';
import { retryFailed } from '../local/kept-contents.ts';
import { addPins, readPinnedIds, removePins } from '../local/pins.ts';
import { dropRecent } from '../local/recent-files.ts';
import { askKeeper } from './keeping.ts';

/** What the browser answers when it is asked to delete nothing of its own accord: `unknown` where it
 *  can't be asked. */
export type Promised = 'kept' | 'may-go' | 'unknown';

/** Has files, and everything under folders, kept on this device from now on. Call it from what the
 *  person did: the browser is asked to delete nothing by itself, and some ask the person in turn.
 *  `isFirst`: nothing was kept before. */
export async function keepOffline(
  nodeIds: readonly string[],
): Promise<{ readonly promised: Promised; readonly isFirst: boolean }> {
  const promised = askToPersist();
  const { user } = await readAccount();
  if (user === null) return { promised: await promised, isFirst: false };
  const isFirst = (await readPinnedIds(user.id)).size === 0;
  await addPins(user.id, nodeIds);
  plan();
  return { promised: await promised, isFirst };
}

export async function stopKeeping(nodeIds: readonly string[]): Promise<void> {
  const { user } = await readAccount();
  if (user !== null) await removePins(user.id, nodeIds);
  plan();
}

/** Tries at once what failed. */
export async function retryKeeping(): Promise<void> {
  await retryFailed();
  plan();
}

/** Drops what is here only because it was opened lately. */
export async function clearRecent(): Promise<void> {
  await dropRecent();
}

function plan(): void {
  askKeeper({ isStale: true }).catch(reportError);
}

async function askToPersist(): Promise<Promised> {
  if (!('storage' in navigator)) return 'unknown';
  if (await navigator.storage.persisted()) return 'kept';
  return (await navigator.storage.persist()) ? 'kept' : 'may-go';
}
