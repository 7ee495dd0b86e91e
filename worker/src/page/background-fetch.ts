// Hands the rest of what is queued to the browser, on a person's click.

import { readAccount } from '../local/account.ts';
import {
  type HandedOver,
  handOver,
  readBackgroundFetch,
  takeBack,
} from '../local/background-fetch.ts';
import {
  canFetchInBackground,
  chunkRequest,
  startBackgroundFetch,
} from '../net/background-fetch.ts';
import { endBackgroundFetch } from '../runner/background-fetch.ts';
import { newId } from './context.ts';
import { pump, rest } from './pump.ts';

/** 10 GB. The browser copies each body before it sends the first. */
const MOST_CHUNKS = 2500;

/** Whether this browser can go on sending by itself, with no page and after a restart. */
export async function offersBackgroundFetch(): Promise<boolean> {
  const registration = await findRegistration();
  return registration !== null && canFetchInBackground(registration);
}

/** Hands over what is prepared and open on the server. To be called at a person's click. False where
 *  there is nothing to hand over; throws where the browser refuses, and all goes on as before. */
export async function sendInBackground(title: string): Promise<boolean> {
  const { user } = await readAccount();
  const registration = await findRegistration();
  if (user === null || registration === null) return false;
  await rest({ atOnce: true });
  const id = newId();
  try {
    const handed = await handOver(user.id, id, MOST_CHUNKS);
    if (handed === null) return false;
    await startBackgroundFetch(registration, id, handed.flatMap(requestsOf), title);
    return true;
  } catch (error) {
    await takeBack(id);
    throw error;
  } finally {
    pump();
  }
}

/** Takes back what was handed over; the page and the service worker go on with it. */
export async function leaveBackground(): Promise<void> {
  if ((await readBackgroundFetch()) === null) return;
  const registration = await findRegistration();
  if (registration !== null) await endBackgroundFetch(registration);
  pump({ retryNow: true });
}

function requestsOf({ upload, chunks }: HandedOver): Request[] {
  return chunks.map(({ index, hash, bytes }) => {
    return chunkRequest(upload.session, { index, hash, bytes });
  });
}

async function findRegistration(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  return (await navigator.serviceWorker.getRegistration()) ?? null;
}
