import { ListChecks, RotateCcw, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { ContextMenu } from '../../../ui/ContextMenu.tsx';
import { MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import { regainListFocus } from '../../../ui/rows/list-focus.ts';
import { select } from '../../../ui/rows/selection-store.ts';
import type { TrashDeeds } from '../use-trash-deeds.ts';
import type { OpenMenu } from './use-trash-menu.ts';

interface TrashMenuProps {
  readonly menu: OpenMenu | null;
  readonly deeds: TrashDeeds;
  readonly onClose: () => void;
}

/** What can become of rows in the trash, or of the whole trash. */
export function TrashMenu({ menu, deeds, onClose }: TrashMenuProps) {
  // While it fades out it still shows what it was about.
  const last = useRef<OpenMenu | null>(null);
  if (menu !== null) last.current = menu;
  const ids = last.current?.ids ?? [];
  const close = () => {
    onClose();
    regainListFocus();
  };
  return (
    <ContextMenu aria-label="What can be done" at={menu?.at ?? null} onClose={close}>
      {ids.length > 0 ? (
        <>
          <MenuItem icon={RotateCcw} shortcut="Enter" onAction={() => deeds.restore(ids)}>
            Restore
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={Trash2} shortcut="Delete" isDangerous onAction={() => deeds.purge(ids)}>
            Delete for good
          </MenuItem>
        </>
      ) : (
        <>
          <MenuItem icon={ListChecks} shortcut="Ctrl A" onAction={select.all}>
            Select all
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={Trash2} isDangerous onAction={deeds.empty}>
            Empty the trash
          </MenuItem>
        </>
      )}
    </ContextMenu>
  );
}
