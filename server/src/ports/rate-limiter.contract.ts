import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RateLimit, RateLimiter } from './rate-limiter.ts';

const limitOf = (points: number, windowSeconds = 60): RateLimit => ({
  name: `test-${randomUUID()}`,
  points,
  windowSeconds,
});
const times = (count: number) => Array.from({ length: count });

/** What every rate limiter must do. */
export function describeRateLimiter(name: string, create: () => RateLimiter): void {
  describe(`${name} as a rate limiter`, () => {
    it('allows exactly the points of a key, also at the same time', async () => {
      const limiter = create();
      const limit = limitOf(5);
      const taken = await Promise.all(times(20).map(() => limiter.take(limit, 'key')));
      expect(taken.filter(({ isAllowed }) => isAllowed).length).toBe(5);
    });

    it('tells when to come again', async () => {
      const limiter = create();
      const limit = limitOf(1, 60);
      await limiter.take(limit, 'key');
      const taken = await limiter.take(limit, 'key');
      if (taken.isAllowed) throw new Error('it must not be allowed');
      expect(taken.retryAfterSeconds).toBeGreaterThan(55);
      expect(taken.retryAfterSeconds).toBeLessThanOrEqual(60);
    });

    it('counts each key and each limit on its own', async () => {
      const limiter = create();
      const [one, other] = [limitOf(1), limitOf(1)];
      const taken = [
        await limiter.take(one, 'a'),
        await limiter.take(one, 'b'),
        await limiter.take(other, 'a'),
      ];
      expect(taken.map(({ isAllowed }) => isAllowed)).toEqual([true, true, true]);
    });

    it('takes a point back, and forgets tries that it refused', async () => {
      const limiter = create();
      const limit = limitOf(2);
      await Promise.all(times(6).map(() => limiter.take(limit, 'key')));
      await limiter.giveBack(limit, 'key');
      expect((await limiter.take(limit, 'key')).isAllowed).toBe(true);
      expect((await limiter.take(limit, 'key')).isAllowed).toBe(false);
    });

    it('begins anew when the window is over', async () => {
      const limiter = create();
      const limit = limitOf(1, 1);
      await limiter.take(limit, 'key');
      expect((await limiter.take(limit, 'key')).isAllowed).toBe(false);
      await expect
        .poll(async () => (await limiter.take(limit, 'key')).isAllowed, { timeout: 3000 })
        .toBe(true);
    });
  });
}
