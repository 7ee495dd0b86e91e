import { compareNames } from '@satchel/shared/natural-order';
import { askToKeepOnce } from '../../../lib/browser-storage/ask-to-keep.ts';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { showToast } from '../../../ui/toasts/toast-store.ts';
import type { ReadTree } from '../drop/dropped-tree.ts';
import { changedNameWords } from '../names/changed-name-words.ts';

/** Puts files and folders into the queue of transfers, to go into `folderId`. */
export async function upload(folderId: string, reading: ReadTree | Promise<ReadTree>) {
  try {
    const tree = await reading;
    if (tree.unreadable > 0) sayUnreadable(tree.unreadable);
    const entries = [
      ...tree.emptyFolders.map((path) => ({ kind: 'folder', path }) as const),
      ...tree.files.map(
        ({ file, folders, origin }) =>
          ({
            kind: 'file',
            path: [...folders, file.name],
            source: file,
            ...(origin && { origin }),
          }) as const,
      ),
    ];
    if (entries.length === 0) return;
    const addedBytes = tree.files.reduce((sum, { file }) => sum + file.size, 0);
    askToKeepOnce(addedBytes).catch(reportError);
    const { addFiles } = await import('@satchel/worker/page/add-files');
    const { changedNames } = await addFiles(entries.sort(byPath), folderId);
    if (changedNames.length > 0) showToast({ text: changedNameWords(changedNames) });
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}

// A disk gives its files in no order; they are to go, and to be listed, as people count.
function byPath(a: { path: readonly string[] }, b: { path: readonly string[] }): number {
  return compareNames(a.path.join('/'), b.path.join('/'));
}

function sayUnreadable(count: number): void {
  const what = count === 1 ? 'One thing' : `${count} things`;
  showToast({ text: `${what} could not be read and will not be uploaded.`, tone: 'negative' });
}
