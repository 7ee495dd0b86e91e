import { registerServiceWorker } from '@satchel/worker/page/service-worker';
import { useUpdateStore } from './update-store.ts';

const SCRIPT = import.meta.env.DEV
  ? ({ url: '/dev-sw.js?dev-sw', type: 'module' } as const)
  : ({ url: '/service-worker.js', type: 'classic' } as const);
const LOOK_EVERY_MS = 60 * 60 * 1000;

/** Registers the service worker, and tells the screen when a newer one waits. It takes over only when
 *  the person says so: a page must never find the files of another version under it. */
export async function watchForUpdates(): Promise<void> {
  const isThere = await registerServiceWorker(SCRIPT, (update) => {
    useUpdateStore.setState({ apply: () => void update.apply() });
  });
  if (isThere) setInterval(() => void lookForUpdate(), LOOK_EVERY_MS);
}

async function lookForUpdate(): Promise<void> {
  // Without the network there is nothing to find; the next look finds it.
  if (!navigator.onLine) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update().catch(() => undefined);
}
