import { type ChangesPage, changesQuerySchema } from '@satchel/shared/wire/sync';
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
        return ok(body satisfies Omit<ChangesPage, 'changes'> & Pick<typeof page, 'changes'>);
      },
    }),
  ];
}
