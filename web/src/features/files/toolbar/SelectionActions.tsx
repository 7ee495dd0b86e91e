import { Download, FolderInput, Trash2 } from 'lucide-react';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { Deeds } from '../actions/use-deeds.ts';

/** What can be done with everything that is selected. */
export function SelectionActions({ deeds }: { readonly deeds: Deeds }) {
  return (
    <>
      <IconButton
        icon={Download}
        label="Download"
        onPress={() => deeds.download(deeds.selected())}
      />
      <IconButton
        icon={FolderInput}
        label="Move to…"
        onPress={() => deeds.askWhereTo(deeds.selected())}
      />
      <IconButton
        icon={Trash2}
        label="Move to trash"
        shortcut="Delete"
        onPress={() => deeds.trash(deeds.selected())}
      />
    </>
  );
}
