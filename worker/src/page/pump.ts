// Keeps the queue going: asks the service worker to send, or sends from here where there is none.

import type { Uploader } from '../runner/uploader.ts';
import { askWorker } from './ask-worker.ts';

let isAsking = false;
let here: Uploader | null = null;

/** Has what is queued sent for a while; call it again before half a minute is over. With `retryNow`
 *  nothing waits for its next try any longer. */
export function pump(options: { readonly retryNow?: boolean } = {}): void {
  const retryNow = options.retryNow ?? false;
  if (isAsking && !retryNow) return;
  isAsking = true;
  ask(retryNow)
    .catch(reportError)
    .finally(() => {
      isAsking = false;
    });
}

async function ask(retryNow: boolean): Promise<void> {
  if (await askWorker({ type: 'pump', retryNow })) return;
  const { uploaderHere } = await import('../runner/uploader-here.ts');
  here ??= uploaderHere();
  here.pump({ retryNow }).catch(reportError);
}

/** Lets sending stop at the next chunk boundary; resolves when it has, or within three seconds. */
export async function rest(): Promise<void> {
  await Promise.all([askWorker({ type: 'rest' }), here?.rest()]);
}
