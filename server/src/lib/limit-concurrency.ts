import { refuse } from './refuse.ts';

type Work<Result> = () => Promise<Result>;

const MAX_WAITING = 500;

/** Runs at most `limit` works at a time, the others in the order in which they came. Refuses
 *  `rate-limited` when the queue is so long that nobody would wait for its end. */
export function limitConcurrency(limit: number, maxWaiting = MAX_WAITING) {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async <Result>(work: Work<Result>): Promise<Result> => {
    if (waiting.length >= maxWaiting) refuse('rate-limited', { retryAfterSeconds: 10 });
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so nobody who comes in between can take it.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
