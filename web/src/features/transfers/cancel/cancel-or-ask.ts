import type { UploadRow } from '@satchel/worker/local/uploads';
import { cancelUpload } from '@satchel/worker/page/uploads';
import { isMuchSent } from '../../../lib/cancel-uploads/cancel-words.ts';
import { transfersView } from '../transfers-store.ts';

/** Asks whether an upload is to be cancelled of which much would have to be sent once more. False where it
 *  needs no asking. */
export function asksFirst(upload: UploadRow): boolean {
  const isAsked = upload.state !== 'done' && isMuchSent(upload);
  if (isAsked) transfersView.askToCancel([upload.id]);
  return isAsked;
}

/** Takes an upload off the list, at once or when that was answered. */
export async function cancelOrAsk(upload: UploadRow): Promise<void> {
  if (!asksFirst(upload)) await cancelUpload(upload.id);
}
