import type { Node } from '@satchel/shared/wire/nodes';
import { restoreNodes, trashNodes } from '@satchel/worker/page/trash';
import { countWords } from '../../../lib/count-words.ts';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { doing, sayDone } from '../../../lib/undo-store.ts';
import { noteOwnDeed } from '../../../ui/rows/list-focus.ts';
import { showToast } from '../../../ui/toasts/toast-store.ts';

/** Moves nodes to the trash, and offers to bring them back. */
export async function trash(nodes: readonly Node[]): Promise<void> {
  if (nodes.length === 0) return;
  const ids = nodes.map(({ id }) => id);
  try {
    await doing(async () => {
      noteOwnDeed();
      await trashNodes(ids);
      noteOwnDeed();
      sayDone(`Moved ${countWords(nodes)} to the trash`, () => restore(ids), ids);
    });
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}

async function restore(ids: readonly string[]): Promise<void> {
  noteOwnDeed();
  await restoreNodes(ids);
  noteOwnDeed();
}
