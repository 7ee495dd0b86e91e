import {
  COLUMNS_TYPE,
  type ReadonlyPage,
  toChangesInColumns,
} from '@satchel/shared/wire/changes-in-columns';
import {
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
      async handle({ caller: { userId }, query: { cursor, limit }, header }) {
        const positions = cursor === undefined ? null : readCursor(cursor);
        const read = await listChanges({ db }, { userId, positions, limit });
        const { changes, hasMore } = read;
        const page = { changes, cursor: writeCursor(read.positions), hasMore };
        const isShort = header('accept')?.includes(COLUMNS_TYPE) === true;
        return {
          ...ok(isShort ? toChangesInColumns(page) : (page satisfies ReadonlyPage)),
          headers: { ...sayAhead(page), ...(isShort ? { 'Content-Type': COLUMNS_TYPE } : {}) },
        };
      },
    }),
  ];
}

function sayAhead({ cursor, hasMore }: ReadonlyPage): Record<string, string> {
  const isSaid = hasMore && cursor.length <= NEXT_CURSOR_MAX_LENGTH;
  return isSaid ? { [NEXT_CURSOR_HEADER]: cursor } : {};
}
