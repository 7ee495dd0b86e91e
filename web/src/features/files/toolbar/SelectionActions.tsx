import { Download, FolderInput, Trash2 } from 'lucide-react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useSelectionStore } from '../../../ui/rows/selection-store.ts';
import type { Deeds } from '../actions/use-deeds.ts';
import { useFolder } from '../folder/folder-context.ts';
import { KeepButton } from '../kept/KeepButton.tsx';

/** What can be done with everything that is selected. */
export function SelectionActions({ deeds }: { readonly deeds: Deeds }) {
  const { nodesOf } = useFolder();
  const ids = useSelectionStore(({ selection }) => selection.ids);
  const hasArrived = nodesOf([...ids]).length > 0;
  const reason = hasArrived ? undefined : ids.size === 1 ? ONCE_IT_HAS : ONCE_THEY_HAVE;
  return (
    <>
      <IconButton
        icon={Download}
        label="Download"
        reason={reason}
        onPress={() => deeds.download(deeds.selected())}
      />
      <KeepButton reason={reason} />
      <IconButton
        icon={FolderInput}
        label="Move to…"
        reason={reason}
        onPress={() => deeds.askWhereTo(deeds.selected())}
      />
      <IconButton
        icon={Trash2}
        label={hasArrived ? 'Move to trash' : 'Cancel the upload'}
        shortcut="Delete"
        onPress={() => deeds.trash(deeds.selected())}
      />
    </>
  );
}

const ONCE_IT_HAS = 'Possible once it has arrived.';
const ONCE_THEY_HAVE = 'Possible once they have arrived.';
