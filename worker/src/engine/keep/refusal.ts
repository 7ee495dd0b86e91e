// What a failure does to a content that is being fetched.

import { concernsAll } from '../connection.ts';
import { retryDelayMs } from '../retry-delay.ts';
import type { Refusal } from '../upload.ts';
import type { KeptContent } from './content.ts';

/** Wrong bytes may come from the way here; so often in a row they lie on the server. */
const MOST_ATTEMPTS = 6;
const FAILED_FOR_MS = 10 * 60_000;

export type KeepOutcome =
  /** Nobody is signed in any more: the pass is over. */
  | { readonly is: 'signed-out' }
  /** Nothing comes through at the moment, whatever is asked for. */
  | { readonly is: 'closed' }
  | { readonly is: 'changed'; readonly content: KeptContent };

export function afterKeepRefusal(
  content: KeptContent,
  refusal: Pick<Refusal, 'code' | 'reaction' | 'retryAfterMs'>,
  now: number,
  random: number,
): KeepOutcome {
  if (refusal.reaction === 'sign-in') return { is: 'signed-out' };
  if (concernsAll(refusal)) return { is: 'closed' };
  const attempts = content.attempts + 1;
  const isRetried = refusal.reaction === 'retry' && attempts < MOST_ATTEMPTS;
  const delayMs = isRetried ? retryDelayMs(attempts, random, refusal.retryAfterMs) : FAILED_FOR_MS;
  const state = isRetried ? 'fetching' : 'failed';
  const next = { ...content, state, why: refusal.code, retryAt: now + delayMs } as const;
  return { is: 'changed', content: { ...next, attempts: isRetried ? attempts : 0 } };
}

/** This browser has no room for it. It is looked at again when some was made, or in a while. */
export function withoutRoom(content: KeptContent, now: number): KeptContent {
  return {
    ...content,
    state: 'failed',
    why: 'no-room',
    bytesKept: 0,
    retryAt: now + FAILED_FOR_MS,
  };
}

/** The chunks so far, and nothing in the way. */
export function advanced(content: KeptContent, bytes: number): KeptContent {
  const bytesKept = content.bytesKept + bytes;
  return { ...content, state: 'fetching', bytesKept, why: null, attempts: 0, retryAt: 0 };
}
