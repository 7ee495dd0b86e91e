import { fetchFile } from '@satchel/worker/page/kept-downloads';
import { dismissToast, showToast } from '../../ui/toasts/toast-store.ts';
import { codeOf, explainFailure } from '../explain-failure.ts';
import { DeedNotice } from './deed-notice.ts';

interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** The bytes of a file, which stay on this device for having been opened. Says how far it is once it
 *  takes its time. What was refused is said, and null is given; `cut-off` where the way broke. */
export async function fetchAndKeep({
  id,
  name,
  sizeBytes,
}: Wanted): Promise<Blob | null | 'cut-off'> {
  const notice = new DeedNotice(sizeBytes, () => `Downloading “${name}”`);
  try {
    const bytes = await fetchFile(id, notice.advance);
    const toastId = notice.end();
    if (toastId !== null) dismissToast(toastId);
    return bytes;
  } catch (failure) {
    if (codeOf(failure) === 'network') {
      notice.end();
      notice.dismiss();
      return 'cut-off';
    }
    const text = `“${name}” could not be downloaded. ${explainFailure(failure)}`;
    showToast({ text, tone: 'negative', inPlaceOf: notice.end() });
    return null;
  }
}
