import type { Node } from '@satchel/shared/wire/nodes';
import { renameNode as sendRename } from '@satchel/worker/page/folders';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { doing, sayDone } from '../../../lib/undo-store.ts';
import { noteOwnDeed } from '../../../ui/rows/list-focus.ts';

/** Renames, and gives null, or the words that say why it could not be. */
export async function renameNode(node: Node, name: string): Promise<string | null> {
  try {
    await doing(async () => {
      noteOwnDeed();
      await sendRename(node.id, name);
      noteOwnDeed();
      sayDone(`Renamed to “${name}”`, () => sendRename(node.id, node.name));
    });
    return null;
  } catch (failure) {
    return explainFailure(failure);
  }
}
