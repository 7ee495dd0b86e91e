// Asks the service worker, and says whether it answered.

import type { PageMessage } from '../runner/messages.ts';

const ANSWER_WITHIN_MS = 3000;

/** False where there is no active service worker, or it does not answer in time. */
export async function askWorker(message: PageMessage): Promise<boolean> {
  const worker = await activeWorker();
  if (worker === null) return false;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(false), ANSWER_WITHIN_MS);
    const settle = (isAnswered: boolean) => {
      clearTimeout(timer);
      port1.close();
      resolve(isAnswered);
    };
    port1.onmessage = () => settle(true);
    worker.postMessage(message, [port2]);
  });
}

// On an insecure origin `navigator.serviceWorker` does not exist, whatever its type says.
async function activeWorker(): Promise<ServiceWorker | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active ?? null;
}
