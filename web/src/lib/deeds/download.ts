import type { Node } from '@satchel/shared/wire/nodes';
import { downloadUrl } from '@satchel/worker/page/downloads';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { isReachable, useConnectionStore } from '../connection-store.ts';
import { explainFailure } from '../explain-failure.ts';

// Browsers take downloads that begin in the same moment for one.
const BETWEEN_MS = 400;
/** A browser reads what it saves in its own time. */
const READ_WITHIN_MS = 10 * 60_000;

/** Downloads files, one after the other. Folders are left out, and that is said. */
export async function download(nodes: readonly Node[]): Promise<void> {
  const files = nodes.filter(({ kind }) => kind === 'file');
  if (files.length < nodes.length) {
    showToast({ text: 'Folders cannot be downloaded yet. Open them and select files.' });
  }
  for (const [place, node] of files.entries()) {
    if (place > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    await downloadOne(node);
  }
}

/** From this device where it is kept, without asking the network. A browser's own download does not
 *  come by the service worker: what is here is given to it as it is. */
async function downloadOne({ id, name, size }: Node): Promise<void> {
  const { readKeptFile, staysWhenOpened } = await import('@satchel/worker/page/kept-downloads');
  const isOffline = useConnectionStore.getState().connection === 'offline';
  const kept = await readKeptFile(id);
  if (kept !== undefined && (kept.isPresent || isOffline)) {
    if (!kept.isPresent)
      showToast({ text: `“${name}” is saved as it was kept: an earlier version.` });
    saveBlob(kept.bytes, name);
  } else if (isOffline) {
    showToast({
      text: `“${name}” is not kept offline. It can be downloaded once there is a network.`,
    });
  } else if (size !== null && staysWhenOpened(size)) {
    const { fetchAndKeep } = await import('./fetch-and-keep.ts');
    const bytes = await fetchAndKeep({ id, name, sizeBytes: size });
    if (bytes === 'cut-off') goOnAlone(id, name);
    else if (bytes !== null) saveBlob(bytes, name);
  } else save(downloadUrl(id, { isDirect: true }), name);
}

/** The browser's own download has more patience with a bad network, and says how it goes. Where there
 *  is no way at all, it would end without a word. */
function goOnAlone(id: string, name: string): void {
  if (isReachable(useConnectionStore.getState().connection)) {
    save(downloadUrl(id, { isDirect: true }), name);
    return;
  }
  const why = explainFailure({ code: 'network' });
  showToast({ text: `“${name}” is not kept offline. ${why}`, tone: 'negative' });
}

function saveBlob(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  save(address, name);
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
