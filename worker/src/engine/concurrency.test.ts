import { describe, expect, it } from 'vitest';
import {
  afterArrival,
  afterLoss,
  type Concurrency,
  FIRST_CONCURRENCY,
  MOST_AT_ONCE,
} from './concurrency.ts';

/** Answers for `ms` over a way that carries `rate(limit)` chunks a second. */
function carry(from: Concurrency, rate: (limit: number) => number, ms: number, since = 0) {
  let now = from;
  const limits = [now.limit];
  for (let at = since; at < since + ms; at += 1000 / rate(now.limit)) {
    now = afterArrival(now, 1000, at);
    if (limits.at(-1) !== now.limit) limits.push(now.limit);
  }
  return { now, limits };
}

describe('the number of requests at once', () => {
  it('starts with three', () => {
    expect(FIRST_CONCURRENCY.limit).toBe(3);
  });

  it('grows to the most there may be while each one more brings more', () => {
    const { now } = carry(FIRST_CONCURRENCY, (limit) => 20 * limit, 20_000);
    expect(now.limit).toBe(MOST_AT_ONCE);
  });

  it('goes back where one more brings nothing, and tries again only after a while', () => {
    const { limits } = carry(FIRST_CONCURRENCY, () => 20, 12_000);
    expect(limits.slice(0, 3)).toEqual([3, 4, 3]);
    expect(limits.length).toBeLessThan(6);
  });

  it('does not take a silence for slowness', () => {
    const grown = carry(FIRST_CONCURRENCY, (limit) => 20 * limit, 20_000).now;
    const after = carry(grown, (limit) => 20 * limit, 5000, 200_000).now;
    expect(after.limit).toBe(MOST_AT_ONCE);
  });

  it('is halved by a loss, never below one', () => {
    const grown = { ...FIRST_CONCURRENCY, limit: 5 };
    const once = afterLoss(grown, 10_000);
    expect(once.limit).toBe(2);
    expect(afterLoss(once, 20_000).limit).toBe(1);
    expect(afterLoss({ ...once, limit: 1 }, 30_000).limit).toBe(1);
  });

  it('counts what is lost together once', () => {
    const once = afterLoss({ ...FIRST_CONCURRENCY, limit: 5 }, 10_000);
    expect(afterLoss(once, 10_500)).toBe(once);
  });

  it('grows again after a loss', () => {
    const lost = afterLoss({ ...FIRST_CONCURRENCY, limit: 5 }, 0);
    expect(carry(lost, (limit) => 20 * limit, 30_000, 100).now.limit).toBe(MOST_AT_ONCE);
  });
});
