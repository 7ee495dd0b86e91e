// How many requests may be under way at once: grown while that brings more, cut where it loses.

/** A browser opens six connections to a server over HTTP/1.1; one is left for the page. */
export const MOST_AT_ONCE = 5;
const FIRST_AT_ONCE = 3;
/** One more has to bring at least so much, or it only makes each of them slower. */
const WORTH_IT = 1.05;
/** A stretch of measuring is over when this much time and this many rounds of answers have passed. */
const STRETCH_MS = 1000;
const STRETCH_ROUNDS = 2;
/** Stretches to go by before another one is tried. */
const HOLD_STRETCHES = 6;
/** After a silence what was measured before it says nothing. */
const SILENCE_MS = 5000;
/** Requests that were under way together are lost together, and count once. */
const SAME_LOSS_MS = 1000;

export interface Concurrency {
  readonly limit: number;
  /** The rate with one less, while one more is on trial; null while none is. */
  readonly rateBefore: number | null;
  readonly stretchesToHold: number;
  readonly stretchSince: number | null;
  readonly answers: number;
  readonly bytes: number;
  readonly answeredAt: number;
  readonly lostAt: number;
}

export const FIRST_CONCURRENCY: Concurrency = {
  limit: FIRST_AT_ONCE,
  rateBefore: null,
  stretchesToHold: 0,
  stretchSince: null,
  answers: 0,
  bytes: 0,
  answeredAt: Number.NEGATIVE_INFINITY,
  lostAt: Number.NEGATIVE_INFINITY,
};

/** `bytes` arrived at `at`. */
export function afterArrival(now: Concurrency, bytes: number, at: number): Concurrency {
  const { stretchSince, answeredAt } = now;
  if (stretchSince === null || at - answeredAt > SILENCE_MS) return beginStretch(now, at);
  const next = { ...now, answers: now.answers + 1, bytes: now.bytes + bytes, answeredAt: at };
  const elapsedMs = at - stretchSince;
  const isOver = elapsedMs >= STRETCH_MS && next.answers >= STRETCH_ROUNDS * next.limit;
  return isOver ? beginStretch(judge(next, next.bytes / elapsedMs), at) : next;
}

/** A request was lost at `at`: half as many from now on. */
export function afterLoss(now: Concurrency, at: number): Concurrency {
  if (at - now.lostAt < SAME_LOSS_MS) return now;
  const limit = Math.max(1, Math.floor(now.limit / 2));
  return { ...now, limit, rateBefore: null, stretchesToHold: 1, stretchSince: null, lostAt: at };
}

function beginStretch(now: Concurrency, at: number): Concurrency {
  return { ...now, stretchSince: at, answers: 0, bytes: 0, answeredAt: at };
}

function judge(now: Concurrency, rate: number): Concurrency {
  const { limit, rateBefore, stretchesToHold } = now;
  if (rateBefore !== null && rate < rateBefore * WORTH_IT) {
    return { ...now, limit: limit - 1, rateBefore: null, stretchesToHold: HOLD_STRETCHES };
  }
  if (stretchesToHold > 0) return { ...now, stretchesToHold: stretchesToHold - 1 };
  if (limit === MOST_AT_ONCE) return { ...now, rateBefore: null };
  return { ...now, limit: limit + 1, rateBefore: rate };
}
