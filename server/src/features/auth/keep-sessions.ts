import type { SessionDeps } from './authenticate.ts';
import { sessionExpiry, touchDueSince } from './session-life.ts';
import { findLiveSessions, touchSessions } from './session-rows.ts';

/** Which of these sessions have not ended. */
export async function filterLiveSessions(
  { db, clock }: SessionDeps,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set(await findLiveSessions(db, ids, clock.now()));
}

/** Prolongs sessions that are being used without a request, over an open socket: that is a use like
 *  any other. What has ended stays ended. */
export async function keepSessions(
  { db, clock }: SessionDeps,
  ids: readonly string[],
): Promise<void> {
  const now = clock.now();
  const touch = { ids, seenBy: touchDueSince(now), now, expiresAt: sessionExpiry(now) };
  await db.transactStatement((tx) => touchSessions(tx, touch));
}
