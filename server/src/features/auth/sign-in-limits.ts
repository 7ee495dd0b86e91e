import { createHash } from 'node:crypto';
import { refuse } from '../../lib/refuse.ts';
import type { RateLimit, RateLimiter } from '../../ports/rate-limiter.ts';
import { addressKey } from './address-key.ts';

const MINUTE_SECONDS = 60;

const FAILURES_PER_ACCOUNT = {
  name: 'sign-in-account',
  points: 10,
  windowSeconds: 15 * MINUTE_SECONDS,
} satisfies RateLimit;
const FAILURES_PER_ADDRESS = {
  name: 'sign-in-address',
  points: 100,
  windowSeconds: 15 * MINUTE_SECONDS,
} satisfies RateLimit;
const SIGN_UPS_PER_ADDRESS = {
  name: 'sign-up-address',
  points: 60,
  windowSeconds: 60 * MINUTE_SECONDS,
} satisfies RateLimit;

type LimiterDeps = { readonly limiter: RateLimiter };
type Attempt = { readonly email: string; readonly address: string };

/** Counts this sign-in as failed until `forgive` says otherwise: were it counted only afterwards, any
 *  number could be tried at the same time. Refuses `rate-limited`. */
export async function countSignIn({ limiter }: LimiterDeps, attempt: Attempt) {
  const address = addressKey(attempt.address);
  // An e-mail is somebody's data; a limiter that many servers share need not know it.
  const account = createHash('sha256').update(attempt.email).digest('base64url');
  await takeOrRefuse(limiter, FAILURES_PER_ADDRESS, address);
  await takeOrRefuse(limiter, FAILURES_PER_ACCOUNT, account);
  return {
    async forgive(): Promise<void> {
      await limiter.giveBack(FAILURES_PER_ADDRESS, address);
      await limiter.giveBack(FAILURES_PER_ACCOUNT, account);
    },
  };
}

export async function countSignUp({ limiter }: LimiterDeps, address: string): Promise<void> {
  await takeOrRefuse(limiter, SIGN_UPS_PER_ADDRESS, addressKey(address));
}

async function takeOrRefuse(limiter: RateLimiter, limit: RateLimit, key: string): Promise<void> {
  const taken = await limiter.take(limit, key);
  if (taken.isAllowed) return;
  const { retryAfterSeconds } = taken;
  refuse('rate-limited', { detail: 'Too many tries. Wait a little.', retryAfterSeconds });
}
