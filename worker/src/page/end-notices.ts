// Asks to be told when uploads end, and takes that back.

import { readAccount } from '../local/account.ts';
import { readTold, writeTellsEnd, writeTold } from '../local/end-notices.ts';

export { readTellsEnd } from '../local/end-notices.ts';

/** Whether notices can be shown here at all, as far as is known without asking. */
export function canTellEnd(): boolean {
  if (!('Notification' in globalThis) || !('serviceWorker' in navigator)) return false;
  return Notification.permission !== 'denied';
}

/** To be called from a click. False where the person, or the browser, does not allow it. */
export async function tellEndFromNow(): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const { user } = await readAccount();
  if (user !== null) {
    const { stopped } = await readTold(user.id);
    await writeTold(user.id, { until: Date.now(), stopped });
  }
  await writeTellsEnd(true);
  return true;
}

export async function tellEndNoMore(): Promise<void> {
  await writeTellsEnd(false);
}
