import { restoreNodes, trashNodes } from '@satchel/worker/page/trash';
import { countWords } from '../../lib/count-words.ts';
import { explainFailure } from '../../lib/explain-failure.ts';
import { doing, sayDone } from '../../lib/undo-store.ts';
import { noteOwnDeed } from '../../ui/rows/list-focus.ts';
import { showToast } from '../../ui/toasts/toast-store.ts';
import type { TrashedItem } from './use-trash.ts';

/** Brings items back to where they were, and offers to throw them away again. */
export async function restore(items: readonly TrashedItem[]): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  try {
    await doing(async () => {
      await moving(() => restoreNodes(ids));
      sayDone(`Restored ${countWords(items)}`, () => moving(() => trashNodes(ids)), ids);
    });
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}

// Rows that go because the person said so may go from under the pointer.
async function moving(deed: () => Promise<unknown>): Promise<void> {
  noteOwnDeed();
  await deed();
  noteOwnDeed();
}
