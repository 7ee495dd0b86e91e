import type { UploadRow } from '@satchel/worker/local/uploads';
import { provideSource } from '@satchel/worker/page/uploads';
import { formatBytes } from '../../lib/format-bytes.ts';
import { pickFiles } from '../../lib/pick-files.ts';
import { showToast } from '../../ui/toasts/toast-store.ts';

/** Lets the person choose the file of an upload that lost it. */
export async function chooseAgain(upload: UploadRow): Promise<void> {
  const [file] = await pickFiles('files');
  if (file === undefined) return;
  const isTaken = await provideSource(upload.id, file);
  if (isTaken) return;
  showToast({
    text: `That is another file. Choose “${upload.filename}”, ${formatBytes(upload.sizeBytes)}.`,
    tone: 'negative',
  });
}
