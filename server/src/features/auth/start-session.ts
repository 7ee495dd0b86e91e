import { uuidv7 } from 'uuidv7';
import type { Answer } from '../../lib/route.ts';
import type { Tx } from '../../lib/tx.ts';
import { describeDevice } from './device.ts';
import { SESSION_SECONDS, sessionExpiry } from './session-life.ts';
import { insertSession } from './session-rows.ts';
import { hashToken, newSessionToken } from './session-token.ts';

export type SessionCookie = NonNullable<Answer['session']>;

/** Signs a person in on one device; the token is known to the caller alone. */
export async function startSession(
  tx: Tx,
  userId: string,
  userAgent: string | undefined,
  now: Date,
): Promise<SessionCookie> {
  const token = newSessionToken();
  const device = describeDevice(userAgent);
  const expiresAt = sessionExpiry(now);
  await insertSession(tx, {
    id: uuidv7(),
    tokenHash: hashToken(token),
    userId,
    device,
    now,
    expiresAt,
  });
  return { token, maxAgeSeconds: SESSION_SECONDS };
}
