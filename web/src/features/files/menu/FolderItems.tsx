import { ClipboardPaste, FileUp, FolderPlus, FolderUp, Info, ListChecks } from 'lucide-react';
import { MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import { select } from '../../../ui/rows/selection-store.ts';
import type { Deeds } from '../actions/use-deeds.ts';
import { useViewStore, view } from '../view-store.ts';

/** What can be done in a folder when nothing is selected. */
export function FolderItems({ deeds }: { readonly deeds: Deeds }) {
  const hasCut = useViewStore(({ cutIds }) => cutIds.size > 0);
  return (
    <>
      <MenuItem icon={FolderPlus} shortcut="N" onAction={deeds.newFolder}>
        New folder
      </MenuItem>
      <MenuItem icon={FileUp} shortcut="U" onAction={deeds.uploadFiles}>
        Upload files
      </MenuItem>
      <MenuItem icon={FolderUp} onAction={deeds.uploadFolder}>
        Upload folder
      </MenuItem>
      <MenuSeparator />
      {hasCut ? (
        <MenuItem icon={ClipboardPaste} shortcut="Ctrl V" onAction={deeds.paste}>
          Put here
        </MenuItem>
      ) : null}
      <MenuItem icon={ListChecks} shortcut="Ctrl A" onAction={select.all}>
        Select all
      </MenuItem>
      <MenuItem icon={Info} shortcut="I" onAction={view.toggleDetails}>
        Details
      </MenuItem>
    </>
  );
}
