import { type ChangesPage, changesPageSchema } from '@satchel/shared/wire/sync';
import type { Send } from './send.ts';

export interface SyncApi {
  /** What has changed since `cursor`; everything there is where it is null. */
  changes(cursor: string | null, signal?: AbortSignal): Promise<ChangesPage>;
}

/** The most that the server gives at once: a first catch-up is a hundred thousand changes. */
const PAGE_SIZE = 1000;

export function syncApi(send: Send): SyncApi {
  return {
    async changes(cursor, signal) {
      const query = { limit: PAGE_SIZE, cursor: cursor ?? undefined };
      return send({
        method: 'GET',
        path: '/sync/changes',
        query,
        answer: changesPageSchema,
        signal,
      });
    },
  };
}
