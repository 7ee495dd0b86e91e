const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** A session ends so long after its last use. */
export function sessionExpiry(now: Date): Date {
  return new Date(now.getTime() + SESSION_SECONDS * 1000);
}

/** The use is written down at most once an hour: reading must not cost a write each time. */
export function isTouchDue(lastSeenAt: Date, now: Date): boolean {
  return lastSeenAt.getTime() <= touchDueSince(now).getTime();
}

/** Who was last seen by then is to be written down again. */
export function touchDueSince(now: Date): Date {
  return new Date(now.getTime() - HOUR_MS);
}

/** The cookie is set again with the first use written down on a new (UTC) day. */
export function isCookieDue(lastSeenAt: Date, now: Date): boolean {
  return Math.floor(now.getTime() / DAY_MS) > Math.floor(lastSeenAt.getTime() / DAY_MS);
}
