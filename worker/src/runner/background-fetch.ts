// Looks after what the browser sends by itself, and brings the queue up to it at its end. What
// arrived only the server knows: the browser claims all of it even after a failure.

import { afterLook, hasEnded, isStuck } from '../engine/background-fetch.ts';
import { readBackgroundFetch, recordBackgroundFetch, takeBack } from '../local/background-fetch.ts';
import { abortBackgroundFetch, lookAtBackgroundFetch } from '../net/background-fetch.ts';

/** Takes back what has ended unnoticed or is stuck, so that the uploader sends it. */
export async function lookAfterBackgroundFetch(
  registration: ServiceWorkerRegistration,
  now = Date.now(),
): Promise<void> {
  const facts = await readBackgroundFetch();
  if (facts === null) return;
  const seen = await lookAtBackgroundFetch(registration, facts.id);
  if (seen === null) return hasEnded(facts, now) ? takeBack(facts.id) : undefined;
  const next = afterLook(facts, seen.bytesSent, now);
  if (!isStuck(next, now)) return recordBackgroundFetch(next);
  await abortBackgroundFetch(registration, facts.id);
  await takeBack(facts.id);
}

/** Stops it, where there is one: what it has not sent goes on like everything else. */
export async function endBackgroundFetch(registration: ServiceWorkerRegistration): Promise<void> {
  const facts = await readBackgroundFetch();
  if (facts === null) return;
  await abortBackgroundFetch(registration, facts.id);
  await takeBack(facts.id);
}
