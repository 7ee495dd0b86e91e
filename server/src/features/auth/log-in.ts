import { emailSchema } from '@satchel/shared/wire/users';
import * as v from 'valibot';
import { refuse } from '../../lib/refuse.ts';
import type { Database } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RateLimiter } from '../../ports/rate-limiter.ts';
import { NOBODY, type Passwords } from './passwords.ts';
import type { SignedIn } from './register.ts';
import { countSignIn } from './sign-in-limits.ts';
import { startSession } from './start-session.ts';
import { findCredentials, getUser } from './user-rows.ts';

export interface LogInDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  readonly passwords: Passwords;
}

export interface LogIn {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string | undefined;
}

/** Signs a person in. Refuses `bad-credentials`, the same and as slowly whether the e-mail or the
 *  password is wrong, and `rate-limited`. */
export async function logIn(deps: LogInDeps, input: LogIn): Promise<SignedIn> {
  const counted = await countSignIn(deps, input);
  // What is no e-mail at all was never signed up with.
  const isEmail = v.is(emailSchema, input.email);
  const found = isEmail ? await findCredentials(deps.db, input.email) : undefined;
  const matches = await deps.passwords.matches(found?.passwordHash ?? NOBODY, input.password);
  if (found === undefined || !matches) refuse('bad-credentials');
  await counted.forgive();
  return await deps.db.transact(async (tx) => {
    const session = await startSession(tx, found.userId, input.userAgent, deps.clock.now());
    return { user: await getUser(tx, found.userId), session };
  });
}
