import { PanelRight, X } from 'lucide-react';
import { folderAddress } from '../../../lib/folder-address.ts';
import { formatCount } from '../../../lib/format-bytes.ts';
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { select, useSelectionStore } from '../../../ui/rows/selection-store.ts';
import type { Deeds } from '../actions/use-deeds.ts';
import { useFolder } from '../folder/folder-context.ts';
import { useViewStore, view } from '../view-store.ts';
import { SelectionActions } from './SelectionActions.tsx';
import './files-toolbar.css';

/** The line above the list: where one is, and what can be done with what is selected. */
export function FilesToolbar({ deeds }: { readonly deeds: Deeds }) {
  const { path, rootFolderId } = useFolder();
  const count = useSelectionStore(({ selection }) => selection.ids.size);
  const isDetailsOpen = useViewStore((state) => state.isDetailsOpen);
  const crumbs = path.map(({ id, name }) => ({ id, name, href: folderAddress(id, rootFolderId) }));
  return (
    <div className="files-toolbar">
      <Breadcrumbs crumbs={crumbs} />
      <div className="files-toolbar-end">
        {count > 0 ? (
          <>
            <span className="files-toolbar-count">{formatCount(count)} selected</span>
            <SelectionActions deeds={deeds} />
            <IconButton icon={X} label="Select none" shortcut="Esc" onPress={select.none} />
          </>
        ) : null}
        <IconButton
          icon={PanelRight}
          label="Details"
          shortcut="I"
          isOn={isDetailsOpen}
          onPress={view.toggleDetails}
        />
      </div>
    </div>
  );
}
