import type { Caller } from '../../lib/route.ts';
import type { Database } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { isCookieDue, isTouchDue, SESSION_SECONDS, sessionExpiry } from './session-life.ts';
import { findLiveSession, type LiveSession, touchSession } from './session-rows.ts';
import { hashToken } from './session-token.ts';
import type { SessionCookie } from './start-session.ts';

export interface SessionDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Who is calling; `renewed` where the cookie is to be set again, so that it lives as long as the
 *  session. */
export interface Authentication {
  readonly caller: Caller;
  readonly renewed?: SessionCookie;
}

/** Who holds this token; null where nobody does, or no longer. Using a session prolongs it. */
export async function authenticate(
  deps: SessionDeps,
  token: string,
): Promise<Authentication | null> {
  const now = deps.clock.now();
  const session = await findLiveSession(deps.db, hashToken(token), now);
  if (session === undefined) return null;
  const { id: sessionId, userId, displayName } = session;
  const caller = { userId, displayName, sessionId };
  if (!(await prolong(deps.db, session, now))) return { caller };
  return { caller, renewed: { token, maxAgeSeconds: SESSION_SECONDS } };
}

/** True where the cookie is due as well. */
async function prolong(db: Database, session: LiveSession, now: Date): Promise<boolean> {
  const { id, lastSeenAt: seenBefore } = session;
  if (!isTouchDue(seenBefore, now)) return false;
  const touch = { id, seenBefore, now, expiresAt: sessionExpiry(now) };
  const wasFirst = await db.transact((tx) => touchSession(tx, touch));
  return wasFirst && isCookieDue(seenBefore, now);
}
