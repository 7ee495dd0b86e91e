// Routing only: what is precached, what a navigation gets, and who acts on a page's message. Of the
// API one call is answered from here: the bytes of a file that is kept on this device.

import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { subtleDigest } from './digest/subtle-digest.ts';
import { takeBack } from './local/background-fetch.ts';
import { showApp, tellEnd } from './notify/tell-end.ts';
import { lookAfterBackgroundFetch } from './runner/background-fetch.ts';
import { createOutbox } from './runner/create-outbox.ts';
import { createUploader } from './runner/create-uploader.ts';
import type { Notice } from './runner/drain.ts';
import { createKeeper } from './runner/keep/create-keeper.ts';
import { isPageMessage, type PageMessage } from './runner/messages.ts';
import { SYNC_BUDGET_MS } from './runner/persevere.ts';
import { PUMP_MS } from './runner/uploader.ts';
import { fileOfAddress, serveFile } from './serve/serve-file.ts';
import { SHARE_PATH, takeShare } from './share/take-share.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
};

interface BackgroundFetchEvent extends ExtendableEvent {
  readonly registration: { readonly id: string };
}

declare global {
  interface ImportMeta {
    readonly env: { readonly PROD: boolean };
  }
}

/** What the server answers itself: the API, public links and what those who run it look at. */
const NOT_THE_APP = [/^\/api\//, /^\/s\//, /^\/(healthz|readyz|metrics)$/];

// `/` is a screen like any other. Looked up as a file it is missed: the server's answer varies by
// `Accept`, which a navigation and the precaching do not send alike.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '' });
cleanupOutdatedCaches();
clientsClaim();
// In development nothing is precached, and binding to a file that is not would end the worker.
if (import.meta.env.PROD) {
  const shell = createHandlerBoundToURL('/index.html');
  registerRoute(new NavigationRoute(shell, { denylist: NOT_THE_APP }));
}

registerRoute(
  ({ url }) => url.pathname === SHARE_PATH,
  ({ request }) => takeShare(subtleDigest, request),
  'POST',
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && fileOfAddress(url) !== null,
  ({ url, request, event }) =>
    serveFile({
      request,
      fileId: fileOfAddress(url) ?? '',
      digest: subtleDigest,
      waitUntil: (work) => (event as ExtendableEvent).waitUntil(work),
    }),
);

const uploader = createUploader(subtleDigest);
const keeper = createKeeper(subtleDigest);
const outbox = createOutbox(() => void uploader.pump());

self.addEventListener('message', (event) => {
  if (isPageMessage(event.data)) event.waitUntil(act(event.data, event.ports[0]));
});

// The browser calls with no page open too, and again later where this ends in an error.
self.addEventListener('sync', (event) => (event as ExtendableEvent).waitUntil(sync()));

for (const end of ['success', 'fail', 'abort']) {
  self.addEventListener(`backgroundfetch${end}`, (event) => {
    const { registration } = event as BackgroundFetchEvent;
    (event as BackgroundFetchEvent).waitUntil(goOnAfter(registration.id));
  });
}
self.addEventListener('backgroundfetchclick', (event) => {
  (event as BackgroundFetchEvent).waitUntil(self.clients.openWindow('/'));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showApp(self));
});

async function goOnAfter(backgroundFetchId: string): Promise<void> {
  await takeBack(backgroundFetchId);
  await sync();
}

async function sync(): Promise<void> {
  await lookAfterBackgroundFetch(self.registration);
  const until = Date.now() + SYNC_BUDGET_MS;
  const left = await Promise.all([
    uploader.persevere(SYNC_BUDGET_MS),
    outbox.persevere(SYNC_BUDGET_MS),
  ]);
  await tellEnd(self);
  const isMissing = await keeper.persevere(until - Date.now());
  if (left.includes(true) || isMissing) throw new Error('something is left for later');
}

async function act(message: PageMessage, port: MessagePort | undefined): Promise<void> {
  switch (message.type) {
    case 'pump':
      port?.postMessage(true);
      await Promise.race([Promise.all([outbox.pump(message), upload(message)]), pause(PUMP_MS)]);
      return tellEnd(self);
    case 'keep':
      port?.postMessage(true);
      await Promise.race([keeper.pump(message), pause(PUMP_MS)]);
      return;
    case 'rest':
      await Promise.all([uploader.rest(message), outbox.rest(), keeper.rest()]);
      port?.postMessage(true);
      return;
    case 'skip-waiting':
      return self.skipWaiting();
  }
}

async function upload(notice: Notice): Promise<void> {
  await lookAfterBackgroundFetch(self.registration);
  await uploader.pump(notice);
}

async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, ms));
}
