// What is known of the uploads that the browser itself is sending, with or without a page.

export interface BackgroundFetchFacts {
  readonly id: string;
  readonly uploadIds: readonly string[];
  /** Bytes that the browser said to have sent when it was last looked at. */
  readonly bytesSent: number;
  /** When that figure last grew, or sending began. */
  readonly movedAt: number;
}

/** A server that is down leaves the browser trying for six minutes or more without a word. */
const STUCK_AFTER_MS = 120_000;

/** From handing over until the browser knows of it. */
const STARTS_WITHIN_MS = 30_000;

/** What a look at the browser's figure makes of it. */
export function afterLook(
  facts: BackgroundFetchFacts,
  bytesSent: number,
  now: number,
): BackgroundFetchFacts {
  return bytesSent > facts.bytesSent ? { ...facts, bytesSent, movedAt: now } : facts;
}

/** Whether one that the browser does not know (any more) has ended. */
export function hasEnded(facts: BackgroundFetchFacts, now: number): boolean {
  return now - facts.movedAt >= STARTS_WITHIN_MS;
}

export function isStuck(facts: BackgroundFetchFacts, now: number): boolean {
  return now - facts.movedAt >= STUCK_AFTER_MS;
}
