import { describe, expect, it } from 'vitest';
import { afterFailure, concernsAll, OPEN } from './connection.ts';
import type { Refusal } from './upload.ts';

const refusal = (code: string, reaction: Refusal['reaction'] = 'retry'): Refusal => ({
  during: 'send',
  code,
  detail: null,
  reaction,
  retryAfterMs: null,
});

describe('the connection', () => {
  it('closes longer with each failure', () => {
    const first = afterFailure(OPEN, 1000, 0, null);
    expect(first).toEqual({ failures: 1, closedUntil: 1250 });
    expect(afterFailure(first, 1250, 0, null)).toEqual({ failures: 2, closedUntil: 1750 });
  });

  it('counts failures of requests that were under way together once', () => {
    const first = afterFailure(OPEN, 1000, 0, null);
    expect(afterFailure(first, 1100, 0, null)).toBe(first);
  });

  it('honours Retry-After', () => {
    expect(afterFailure(OPEN, 0, 0, 7000).closedUntil).toBe(7000);
  });

  it.each(['network', 'unreadable-answer', 'rate-limited', 'storage-unavailable', 'storage-full'])(
    '%s concerns every upload',
    (code) => expect(concernsAll(refusal(code))).toBe(true),
  );

  it.each(['internal', 'hash-mismatch'])('%s concerns one upload', (code) => {
    expect(concernsAll(refusal(code))).toBe(false);
  });

  it('a refusal that is not to be retried concerns one upload', () => {
    expect(concernsAll(refusal('unreadable-answer', 'stop'))).toBe(false);
  });
});
