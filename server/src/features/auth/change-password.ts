import { refuse } from '../../lib/refuse.ts';
import type { Caller } from '../../lib/route.ts';
import type { Queryable, Transact } from '../../lib/tx.ts';
import type { RateLimiter } from '../../ports/rate-limiter.ts';
import type { Passwords } from './passwords.ts';
import { deleteOtherSessions } from './session-rows.ts';
import { countSignIn } from './sign-in-limits.ts';
import { getOwnCredentials, replacePasswordHash } from './user-rows.ts';

export interface ChangePasswordDeps {
  readonly db: Queryable;
  readonly limiter: RateLimiter;
  readonly passwords: Passwords;
  readonly transact: Transact<void>;
}

export interface PasswordChange {
  readonly caller: Caller;
  readonly current: string;
  readonly next: string;
  readonly address: string;
}

/** Sets a new password and signs out every other device. A wrong `current` counts as a failed sign-in:
 *  whoever finds an open session must not find the password with it. Refuses `bad-credentials`, also
 *  when the password was changed meanwhile, and `rate-limited`. */
export async function changePassword(
  deps: ChangePasswordDeps,
  { caller, current, next, address }: PasswordChange,
): Promise<void> {
  const credentials = await getOwnCredentials(deps.db, caller.userId);
  const counted = await countSignIn(deps, { email: credentials.email, address });
  if (!(await deps.passwords.matches(credentials.passwordHash, current))) refuse('bad-credentials');
  await counted.forgive();
  const nextHash = await deps.passwords.hash(next);
  await deps.transact(async (tx) => {
    if (!(await replacePasswordHash(tx, credentials, nextHash))) refuse('bad-credentials');
    await deleteOtherSessions(tx, caller.userId, caller.sessionId);
  });
}
