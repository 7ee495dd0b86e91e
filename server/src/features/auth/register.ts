import type { User } from '@satchel/shared/wire/users';
import { uuidv7 } from 'uuidv7';
import { refuse } from '../../lib/refuse.ts';
import type { Database, Tx } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RateLimiter } from '../../ports/rate-limiter.ts';
import { createPersonalSpace } from './create-personal-space.ts';
import type { Passwords } from './passwords.ts';
import { countSignUp } from './sign-in-limits.ts';
import { type SessionCookie, startSession } from './start-session.ts';
import { getUser, insertUser, type NewUser } from './user-rows.ts';

export interface RegisterDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  readonly passwords: Passwords;
  readonly signup: 'open' | 'closed';
  readonly defaultQuotaBytes: number;
}

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly address: string;
  readonly userAgent: string | undefined;
}

export interface SignedIn {
  readonly user: User;
  readonly session: SessionCookie;
}

/** Makes an account with its space and root folder, and signs it in, all or nothing. Refuses
 *  `signup-closed`, `rate-limited`, `email-taken`. */
export async function register(deps: RegisterDeps, input: Registration): Promise<SignedIn> {
  if (deps.signup === 'closed') refuse('signup-closed');
  await countSignUp(deps, input.address);
  const { email, displayName, userAgent } = input;
  const passwordHash = await deps.passwords.hash(input.password);
  const now = deps.clock.now();
  const user = { id: uuidv7(), email, passwordHash, displayName, spaceId: uuidv7(), now };
  return await deps.db.transact(async (tx) => {
    await createAccount(tx, user, deps.defaultQuotaBytes);
    const session = await startSession(tx, user.id, userAgent, now);
    return { user: await getUser(tx, user.id), session };
  });
}

async function createAccount(tx: Tx, user: NewUser, quotaBytes: number): Promise<void> {
  if (!(await insertUser(tx, user))) refuse('email-taken');
  const { id: ownerId, spaceId, now } = user;
  await createPersonalSpace(tx, { id: spaceId, ownerId, quotaBytes, now });
}
