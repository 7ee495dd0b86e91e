import type { Node } from '@satchel/shared/wire/nodes';
import { downloadUrl } from '@satchel/worker/page/downloads';
import { showToast } from '../../../ui/toasts/toast-store.ts';

// Browsers take downloads that begin in the same moment for one.
const BETWEEN_MS = 400;

/** Downloads files, one after the other. Folders are left out, and that is said. */
export async function download(nodes: readonly Node[]): Promise<void> {
  const files = nodes.filter(({ kind }) => kind === 'file');
  if (files.length < nodes.length) {
    showToast({ text: 'Folders cannot be downloaded yet. Open them and select files.' });
  }
  for (const [place, { id, name }] of files.entries()) {
    if (place > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    save(downloadUrl(id), name);
  }
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
