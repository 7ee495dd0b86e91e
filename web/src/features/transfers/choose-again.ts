import type { UploadRow } from '@satchel/worker/local/uploads';
import { reopen } from '@satchel/worker/page/origins';
import { provideSource } from '@satchel/worker/page/uploads';
import { formatBytes } from '../../lib/format-bytes.ts';
import { pickFiles } from '../../lib/pick-files.ts';
import { showToast } from '../../ui/toasts/toast-store.ts';

/** Reads an upload's file again: from where it lay, where the browser lets us; else the person
 *  chooses it. */
export async function chooseAgain(upload: UploadRow): Promise<void> {
  if (await reopen(upload.id)) return;
  const [file] = await pickFiles('files');
  if (file === undefined) return;
  const isTaken = await provideSource(upload.id, file);
  if (isTaken) return;
  showToast({
    text: `That is another file. Choose “${upload.filename}”, ${formatBytes(upload.sizeBytes)}.`,
    tone: 'negative',
  });
}
