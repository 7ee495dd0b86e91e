import type { UploadRow } from '@satchel/worker/local/uploads';

/** Whether another try can bring anything. A name that is refused stays refused. */
export function canRetry({ state, failure }: Pick<UploadRow, 'state' | 'failure'>): boolean {
  if (state === 'failed') return failure?.code !== 'invalid-name';
  return state === 'blocked';
}
