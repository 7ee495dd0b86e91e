import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimit, RateLimiter, Taken } from '../../ports/rate-limiter.ts';

/** Counts in this process alone: right for one server, too lenient for many. */
export class MemoryRateLimiter implements RateLimiter {
  readonly #limiters = new Map<string, RateLimiterMemory>();

  async take(limit: RateLimit, key: string): Promise<Taken> {
    const limiter = this.#limiterOf(limit);
    try {
      await limiter.consume(key);
      return { isAllowed: true };
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      // The library counts refused tries too, which would outlast points given back later.
      await limiter.reward(key);
      const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      return { isAllowed: false, retryAfterSeconds };
    }
  }

  async giveBack(limit: RateLimit, key: string): Promise<void> {
    await this.#limiterOf(limit).reward(key);
  }

  #limiterOf(limit: RateLimit): RateLimiterMemory {
    const existing = this.#limiters.get(limit.name);
    if (existing !== undefined) return existing;
    const limiter = new RateLimiterMemory({
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.windowSeconds,
    });
    this.#limiters.set(limit.name, limiter);
    return limiter;
  }
}
