// The browser's own sending (Background Fetch, Chromium): it goes on with no page, and by itself
// after the browser was killed.

import type { ChunkToSend } from './upload-api.ts';

interface BackgroundFetchRegistration {
  readonly uploaded: number;
  readonly result: '' | 'success' | 'failure';
  abort(): Promise<boolean>;
}

interface BackgroundFetchManager {
  fetch(
    id: string,
    requests: readonly Request[],
    options: { readonly title: string; readonly icons: readonly object[] },
  ): Promise<BackgroundFetchRegistration>;
  get(id: string): Promise<BackgroundFetchRegistration | undefined>;
}

type Registration = ServiceWorkerRegistration & {
  readonly backgroundFetch?: BackgroundFetchManager;
};

export function canFetchInBackground(registration: Registration): boolean {
  return registration.backgroundFetch !== undefined;
}

/** Only from a page, and once for each deed of a person. Throws what the browser threw. */
export async function startBackgroundFetch(
  registration: Registration,
  id: string,
  requests: readonly Request[],
  title: string,
): Promise<void> {
  const icons = [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }];
  await registration.backgroundFetch?.fetch(id, requests, { title, icons });
}

/** How far it is; null where the browser knows of none that still runs. */
export async function lookAtBackgroundFetch(
  registration: Registration,
  id: string,
): Promise<{ readonly bytesSent: number } | null> {
  const found = await registration.backgroundFetch?.get(id);
  return found === undefined || found.result !== '' ? null : { bytesSent: found.uploaded };
}

export async function abortBackgroundFetch(registration: Registration, id: string): Promise<void> {
  await (await registration.backgroundFetch?.get(id))?.abort();
}

/** The same request that the uploader would send. */
export function chunkRequest(session: string, chunk: ChunkToSend): Request {
  return new Request(`/api/v1/upload/${encodeURIComponent(session)}/chunk/${chunk.index}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream', 'X-Chunk-Hash': chunk.hash },
    body: chunk.bytes,
  });
}
