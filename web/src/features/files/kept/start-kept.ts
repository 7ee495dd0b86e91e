import { offerCommands } from '../../../lib/commands-store.ts';
import { selectedIds, useSelectionStore } from '../../../ui/rows/selection-store.ts';
import { showToast } from '../../../ui/toasts/toast-store.ts';
import type { FolderOnScreen } from '../folder/folder-context.ts';
import { useKeptStore } from './kept-store.ts';
import { keepingOf } from './use-keeping.ts';
import { watchKept } from './watch-kept.ts';

/** Shows what is kept offline of a folder, and lets the key change it, until the returned function is
 *  called. */
export function startKept(userId: string, { folderId, nodesOf }: FolderOnScreen): () => void {
  const unwatch = watchKept(userId, folderId);
  const withdraw = offerCommands({ 'keep-offline': () => keepMeant(nodesOf) });
  return () => {
    unwatch();
    withdraw();
  };
}

/** What is selected; where nothing is, the row with the focus. */
function keepMeant(nodesOf: FolderOnScreen['nodesOf']): void {
  const { focusId } = useSelectionStore.getState().selection;
  const selected = selectedIds();
  const meant = selected.length > 0 || focusId === null ? selected : [focusId];
  const { pinnedIds, keptWith } = useKeptStore.getState();
  const keeping = keepingOf(nodesOf(meant), pinnedIds, keptWith);
  if (keeping.reason !== undefined) showToast({ text: keeping.reason });
  else keeping.run();
}
