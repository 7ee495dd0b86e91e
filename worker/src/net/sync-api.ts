import { type ChangesPage, changesPageSchema, NEXT_CURSOR_HEADER } from '@satchel/shared/wire/sync';
import type { Send } from './send.ts';

export interface SyncApi {
  /** What has changed since `cursor`; everything there is where it is null. `onNext` is told where to go
   *  on while the page is still on its way, where the server says so. */
  changes(
    cursor: string | null,
    signal?: AbortSignal,
    onNext?: (cursor: string) => void,
  ): Promise<ChangesPage>;
}

/** The most that the server gives at once: a first catch-up is a hundred thousand changes. */
const PAGE_SIZE = 1000;

export function syncApi(send: Send): SyncApi {
  return {
    async changes(cursor, signal, onNext) {
      const query = { limit: PAGE_SIZE, cursor: cursor ?? undefined };
      return send({
        method: 'GET',
        path: '/sync/changes',
        query,
        answer: changesPageSchema,
        signal,
        onHeaders: (headers) => {
          const next = headers.get(NEXT_CURSOR_HEADER);
          if (next !== null) onNext?.(next);
        },
      });
    },
  };
}
