import type { Node } from '@satchel/shared/wire/nodes';
import { Download, FolderInput, FolderOpen, Info, Pencil, Scissors, Trash2 } from 'lucide-react';
import { MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import type { Deeds } from '../actions/use-deeds.ts';
import { KeepItem } from '../kept/KeepItem.tsx';

interface SelectedItemsProps {
  readonly nodes: readonly Node[];
  /** All that is meant, with what is only on its way. */
  readonly meantIds: readonly string[];
  readonly deeds: Deeds;
}

/** What can be done with rows. */
export function SelectedItems({ nodes, meantIds, deeds }: SelectedItemsProps) {
  const ids = nodes.map(({ id }) => id);
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const hasFiles = nodes.some(({ kind }) => kind === 'file');
  return (
    <>
      {only?.kind === 'folder' ? (
        <MenuItem icon={FolderOpen} shortcut="Enter" onAction={() => deeds.open(only.id)}>
          Open
        </MenuItem>
      ) : null}
      {hasFiles ? (
        <MenuItem icon={Download} onAction={() => deeds.download(ids)}>
          Download
        </MenuItem>
      ) : null}
      <KeepItem nodes={nodes} />
      <MenuSeparator />
      {only === undefined ? null : (
        <MenuItem icon={Pencil} shortcut="F2" onAction={() => startRenaming(only.id, deeds)}>
          Rename
        </MenuItem>
      )}
      <MenuItem icon={FolderInput} onAction={() => deeds.askWhereTo(ids)}>
        Move to…
      </MenuItem>
      <MenuItem icon={Scissors} shortcut="Ctrl X" onAction={() => deeds.cut(ids)}>
        Cut
      </MenuItem>
      {only === undefined ? null : (
        <MenuItem icon={Info} shortcut="I" onAction={() => deeds.showDetails(only.id)}>
          Details
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={Trash2} shortcut="Delete" onAction={() => deeds.trash(meantIds)}>
        Move to trash
      </MenuItem>
    </>
  );
}

// The menu gives the focus back when it has closed; only then can the field keep it.
function startRenaming(id: string, deeds: Deeds): void {
  setTimeout(() => deeds.rename(id), 150);
}
