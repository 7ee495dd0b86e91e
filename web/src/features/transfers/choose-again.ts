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
  const { files, unreadable } = await pickFiles('files');
  const [picked] = files;
  if (picked === undefined && unreadable === 0) return;
  if (picked !== undefined && (await provideSource(upload.id, picked.file, picked.origin))) return;
  const asked = `“${upload.filename}”, ${formatBytes(upload.sizeBytes)}`;
  const text = picked
    ? `That is another file. Choose ${asked}.`
    : 'That file cannot be read. Choose it from another place.';
  showToast({ text, tone: 'negative' });
}
