import { COLUMNS_TYPE, changesInColumnsSchema } from '@satchel/shared/wire/changes-in-columns';
import { type ChangesPage, changesPageSchema, NEXT_CURSOR_HEADER } from '@satchel/shared/wire/sync';
import * as v from 'valibot';
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

/** The server answers in a blink, also where a page takes its time to come: a line that brings nothing of it
 *  for so long swallows everything, and it is better to try a new one. */
const ANSWERS_WITHIN_MS = 8_000;

// A server from before this app, while it is being renewed, says it in objects.
const answer = v.union([changesInColumnsSchema, changesPageSchema]);
const headers = { Accept: `${COLUMNS_TYPE}, application/json` };

export function syncApi(send: Send): SyncApi {
  return {
    async changes(cursor, signal, onNext) {
      const query = { limit: PAGE_SIZE, cursor: cursor ?? undefined };
      return send({
        method: 'GET',
        path: '/sync/changes',
        query,
        headers,
        answersWithinMs: ANSWERS_WITHIN_MS,
        answer,
        signal,
        onHeaders: (answered) => {
          const next = answered.get(NEXT_CURSOR_HEADER);
          if (next !== null) onNext?.(next);
        },
      });
    },
  };
}
