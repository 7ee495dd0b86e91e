// Keeps the queue going: asks the service worker to send, or sends from here where there is none.

import type { Notice } from '../runner/drain.ts';
import type { PageMessage } from '../runner/messages.ts';
import type { Senders } from '../runner/senders-here.ts';
import { askWorker } from './ask-worker.ts';

let isAsking = false;
/** What was queued meanwhile may have come too late for the question that is under way. */
let isAskedAgain = false;
let here: Senders | null = null;

/** Has what is queued sent for a while; call it again before half a minute is over. With `retryNow`
 *  nothing waits for its next try any longer, with `reordered` too what is under way gives way to
 *  what now comes first. */
export function pump(notice: Partial<Notice> = {}): void {
  const { retryNow = false, reordered = false } = notice;
  if (isAsking && !retryNow) {
    isAskedAgain = true;
    return;
  }
  isAsking = true;
  ask({ retryNow, reordered })
    .catch(reportError)
    .finally(() => {
      isAsking = false;
      if (!isAskedAgain) return;
      isAskedAgain = false;
      pump();
    });
}

async function ask(notice: Notice): Promise<void> {
  const message = { type: 'pump', ...notice } as const;
  if (await askWorker(message)) {
    // What is under way here may take long: what is queued meanwhile does not wait for it.
    handOverTo(message).catch(reportError);
    return;
  }
  const { sendersHere } = await import('../runner/senders-here.ts');
  here ??= sendersHere();
  here.uploader.pump(notice).catch(reportError);
  here.outbox.pump(notice).catch(reportError);
}

/** What this page began while there was no worker yet goes on there, under what is told there. */
async function handOverTo(message: PageMessage): Promise<void> {
  if (here === null) return;
  const { uploader, outbox } = here;
  here = null;
  await Promise.all([uploader.rest(), outbox.rest()]);
  await askWorker(message);
}

/** Lets sending stop, at the next chunk boundary or `atOnce`, where what is under way has to be sent
 *  again. Resolves when it has stopped, or within three seconds. */
export async function rest({ atOnce = false } = {}): Promise<void> {
  const others = othersHere.map((restHere) => restHere());
  await Promise.all([
    askWorker({ type: 'rest', atOnce }),
    here?.uploader.rest({ atOnce }),
    here?.outbox.rest(),
    ...others,
  ]);
}

const othersHere: (() => Promise<void>)[] = [];

/** Has something else of this page rest together with the uploads. */
export function restToo(restHere: () => Promise<void>): void {
  othersHere.push(restHere);
}
