import { ERRORS } from '@satchel/shared/errors';
import { Refusal } from '../lib/refuse.ts';
import type { Answer } from '../lib/route.ts';

/** A refusal as RFC 9457 shapes it. */
export function problemAnswer(refusal: Refusal): Answer {
  const { status, title } = ERRORS[refusal.code];
  const { detail, retryAfterSeconds, members, headers } = refusal.details;
  return {
    status,
    body: {
      ...members,
      type: `urn:satchel:problem:${refusal.code}`,
      title,
      status,
      ...(detail === undefined ? {} : { detail }),
      code: refusal.code,
    },
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      ...(needsRetryAfter(status, retryAfterSeconds)
        ? { 'Retry-After': String(retryAfterSeconds ?? 5) }
        : {}),
    },
  };
}

function needsRetryAfter(status: number, seconds: number | undefined): boolean {
  return seconds !== undefined || status === 429 || status === 503;
}

/** What the caller learns of a fault: that it was ours. */
export function faultAnswer(): Answer {
  return problemAnswer(new Refusal('internal'));
}
