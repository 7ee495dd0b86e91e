import {
  type ChangesPage,
  changesQuerySchema,
  NEXT_CURSOR_HEADER,
  NEXT_CURSOR_MAX_LENGTH,
} from '@satchel/shared/wire/sync';
import { ok, type Route, route } from '../../lib/route.ts';
import type { Queryable } from '../../lib/tx.ts';
import { listChanges } from './list-changes.ts';
import { readCursor, writeCursor } from './positions.ts';

export function routes({ db }: { readonly db: Queryable }): Route[] {
  return [
    route({
      method: 'GET',
      path: '/sync/changes',
      access: 'signed-in',
      query: changesQuerySchema,
      async handle({ caller: { userId }, query: { cursor, limit } }) {
        const positions = cursor === undefined ? null : readCursor(cursor);
        const page = await listChanges({ db }, { userId, positions, limit });
        const { changes, hasMore } = page;
        const body = { changes, cursor: writeCursor(page.positions), hasMore };
        const answer = ok(
          body satisfies Omit<ChangesPage, 'changes'> & Pick<typeof page, 'changes'>,
        );
        const isSaidAhead = hasMore && body.cursor.length <= NEXT_CURSOR_MAX_LENGTH;
        return isSaidAhead ? { ...answer, headers: { [NEXT_CURSOR_HEADER]: body.cursor } } : answer;
      },
    }),
  ];
}
