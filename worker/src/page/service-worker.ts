// Registers the service worker and lets a new version take over when the person says so.

import type { PageMessage } from '../runner/messages.ts';
import { rest } from './pump.ts';

export interface AppUpdate {
  /** Lets the new version take over; the page reloads when it has. */
  apply(): Promise<void>;
}

export interface WorkerScript {
  readonly url: string;
  readonly type: WorkerType;
}

/** Resolves to whether there is a service worker here at all. `onUpdate` is called when a new
 *  version waits. */
export async function registerServiceWorker(
  script: WorkerScript,
  onUpdate: (update: AppUpdate) => void,
): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const hadController = navigator.serviceWorker.controller !== null;
  const options = { type: script.type, scope: '/', updateViaCache: 'none' } as const;
  const registration = await navigator.serviceWorker.register(script.url, options);
  if (hadController) reloadWhenReplaced();
  const offer = () => {
    const { waiting } = registration;
    if (waiting && navigator.serviceWorker.controller)
      onUpdate({ apply: () => replaceBy(waiting) });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  return true;
}

/** The one at work rests first: a new version waits for as long as an event of it runs. */
async function replaceBy(waiting: ServiceWorker): Promise<void> {
  await rest();
  const message: PageMessage = { type: 'skip-waiting' };
  waiting.postMessage(message);
}

function reloadWhenReplaced(): void {
  let isReloading = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isReloading) return;
    isReloading = true;
    location.reload();
  });
}
