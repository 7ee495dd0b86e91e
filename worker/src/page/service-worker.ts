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
  reloadWhenReplaced();
  const options = { type: script.type, scope: '/', updateViaCache: 'none' } as const;
  const registration = await navigator.serviceWorker.register(script.url, options);
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

/** The first to take control replaces nobody. */
function reloadWhenReplaced(): void {
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled) location.reload();
    isControlled = true;
  });
}
