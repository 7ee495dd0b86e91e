import type { Session } from '@satchel/shared/wire/users';
import type { Caller } from '../../lib/route.ts';
import type { Queryable } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { listLiveSessions } from './session-rows.ts';

export interface SessionsQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Sessions {
  readonly items: Session[];
  readonly nextCursor: string | null;
}

/** The devices on which the caller is signed in, the last to sign in first. */
export async function listSessions(
  deps: { readonly db: Queryable; readonly clock: Clock },
  caller: Caller,
  { limit, cursor }: SessionsQuery,
): Promise<Sessions> {
  const page = { userId: caller.userId, now: deps.clock.now(), before: cursor, limit: limit + 1 };
  const rows = await listLiveSessions(deps.db, page);
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    current: row.id === caller.sessionId,
    device: row.device,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
