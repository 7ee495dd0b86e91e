import { useRef } from 'react';
import { ContextMenu } from '../../../ui/ContextMenu.tsx';
import type { Deeds } from '../actions/use-deeds.ts';
import { useFolder } from '../folder/folder-context.ts';
import { FolderItems } from './FolderItems.tsx';
import type { OpenMenu } from './open-menu.ts';
import { SelectedItems } from './SelectedItems.tsx';
import { UploadItems } from './UploadItems.tsx';

interface ItemsMenuProps {
  readonly menu: OpenMenu | null;
  readonly deeds: Deeds;
  readonly onClose: () => void;
}

/** The menu of the list: about rows, about a file on its way, or about the folder itself. */
export function ItemsMenu({ menu, deeds, onClose }: ItemsMenuProps) {
  const { nodesOf } = useFolder();
  // While it fades out it still shows what it was about.
  const last = useRef<OpenMenu | null>(null);
  if (menu !== null) last.current = menu;
  const ids = last.current?.ids ?? [];
  const nodes = nodesOf(ids);
  return (
    <ContextMenu aria-label="What can be done" at={menu?.at ?? null} onClose={onClose}>
      {nodes.length > 0 ? (
        <SelectedItems nodes={nodes} meantIds={ids} deeds={deeds} />
      ) : ids.length === 0 ? (
        <FolderItems deeds={deeds} />
      ) : (
        <UploadItems ids={ids} deeds={deeds} />
      )}
    </ContextMenu>
  );
}
