import type { Node } from '@satchel/shared/wire/nodes';
import { useEffect, useRef } from 'react';
import { countWords } from '../../../lib/count-words.ts';
import { ContextMenu } from '../../../ui/ContextMenu.tsx';
import { showToast } from '../../../ui/toasts/toast-store.ts';
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
  const { ids, nodes, isGone } = useMeant(menu);
  useCloseWhenGone(menu !== null && isGone, nodes, onClose);
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

interface Meant {
  readonly menu: OpenMenu | null;
  readonly nodes: readonly Node[];
}

/** What the menu is about. While it fades out, and once all of it is gone, that is what it last was. */
function useMeant(menu: OpenMenu | null) {
  const { nodesOf, entryOf } = useFolder();
  const last = useRef<Meant>({ menu: null, nodes: [] });
  if (menu !== null && menu !== last.current.menu) last.current = { menu, nodes: [] };
  const ids = last.current.menu?.ids ?? [];
  const nodes = nodesOf(ids);
  if (nodes.length > 0) last.current = { ...last.current, nodes };
  const isGone = ids.length > 0 && ids.every((id) => entryOf(id) === undefined);
  return { ids, nodes: last.current.nodes, isGone };
}

/** Rows may be taken away elsewhere while their menu is open. A file that was on its way has arrived
 *  instead, of which nothing needs to be said. */
function useCloseWhenGone(isGone: boolean, nodes: readonly Node[], onClose: () => void): void {
  const latest = useRef({ nodes, onClose });
  latest.current = { nodes, onClose };
  useEffect(() => {
    if (!isGone) return;
    const { nodes, onClose } = latest.current;
    onClose();
    const verb = nodes.length === 1 ? 'is' : 'are';
    if (nodes.length > 0) showToast({ text: `${countWords(nodes)} ${verb} not here any more.` });
  }, [isGone]);
}
