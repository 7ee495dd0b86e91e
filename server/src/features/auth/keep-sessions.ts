import type { SessionDeps } from './authenticate.ts';
import { sessionExpiry, touchDueSince } from './session-life.ts';
import { findLiveSessions, touchSessions } from './session-rows.ts';

/** Which of the sessions that are being used without a request, over an open socket, have not ended.
 *  That is a use like any other, and prolongs them. */
export async function keepSessions(
  { db, clock }: SessionDeps,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const now = clock.now();
  const touch = { ids, seenBy: touchDueSince(now), now, expiresAt: sessionExpiry(now) };
  await db.transactStatement((tx) => touchSessions(tx, touch));
  return new Set(await findLiveSessions(db, ids, now));
}
