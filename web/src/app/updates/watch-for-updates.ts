import { Workbox } from 'workbox-window';
import { useUpdateStore } from './update-store.ts';

const LOOK_EVERY_MS = 60 * 60 * 1000;

/** Registers the service worker, and tells the screen when a newer one waits. It takes over only when
 *  the person says so: a page must never find the files of another version under it. */
export async function watchForUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workbox = import.meta.env.DEV
    ? new Workbox('/dev-sw.js?dev-sw', { type: 'module' })
    : new Workbox('/service-worker.js');
  workbox.addEventListener('waiting', () => {
    useUpdateStore.setState({
      apply: () => {
        workbox.addEventListener('controlling', () => location.reload());
        workbox.messageSkipWaiting();
      },
    });
  });
  const registration = await workbox.register();
  setInterval(() => void registration?.update().catch(ignoreOffline), LOOK_EVERY_MS);
}

// Looking for a new version needs the network; without it the next look finds it.
function ignoreOffline(): void {}
