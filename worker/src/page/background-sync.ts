// Has the browser wake the service worker when there is a network, with or without a page. Chromium
// alone can; elsewhere uploads go on at the next visit.

import { newId } from './context.ts';

interface SyncManager {
  register(tag: string): Promise<void>;
  getTags(): Promise<string[]>;
}

type Registration = ServiceWorkerRegistration & { readonly sync?: SyncManager };

/** A tag that is used again does nothing while the first still waits, a new one fires at once. */
const TAG = 'satchel-uploads-';

let manager: Promise<SyncManager | null> | null = null;

/** Asks for a wake-up, unless one is asked for already. With `isFresh` always: the time that the
 *  browser gives begins anew. */
export async function askForSync({ isFresh = false } = {}): Promise<void> {
  const sync = await syncManager();
  if (sync === null) return;
  if (!isFresh && (await sync.getTags()).some((tag) => tag.startsWith(TAG))) return;
  await sync.register(TAG + newId()).catch(refused);
}

/** Whether uploads go on here when the last tab is closed. */
export async function goesOnInBackground(): Promise<boolean> {
  if ((await syncManager()) === null) return false;
  const name = 'background-sync' as PermissionName;
  const permission = await navigator.permissions.query({ name }).catch(() => null);
  return permission?.state === 'granted';
}

// Kept, so that a page that is being hidden needs no more than the one call.
function syncManager(): Promise<SyncManager | null> {
  manager ??= findSyncManager();
  return manager;
}

async function findSyncManager(): Promise<SyncManager | null> {
  if (!('serviceWorker' in navigator) || !('SyncManager' in globalThis)) return null;
  const registration: Registration = await navigator.serviceWorker.ready;
  return registration.sync ?? null;
}

// A person may forbid it. The page's own pump still sends, and the screen says what will happen.
function refused(error: unknown): void {
  console.debug('the browser does not take the wake-up', error);
}
