import { CancelUploadsDialog } from '../../lib/cancel-uploads/CancelUploadsDialog.tsx';
import { regainListFocus } from '../../ui/rows/list-focus.ts';
import type { Deeds } from './actions/use-deeds.ts';
import { ItemsMenu } from './menu/ItemsMenu.tsx';
import type { OpenMenu } from './menu/open-menu.ts';
import { MoveDialog } from './move/MoveDialog.tsx';
import { NewFolderDialog } from './new-folder/NewFolderDialog.tsx';
import { useViewStore, view } from './view-store.ts';

interface FilesOverlaysProps {
  readonly deeds: Deeds;
  readonly menu: OpenMenu | null;
  readonly onMenuClose: () => void;
}

/** The menu and the windows over the list. They are loaded after it. */
export function FilesOverlays({ deeds, menu, onMenuClose }: FilesOverlaysProps) {
  const dialog = useViewStore((state) => state.dialog);
  const closeMenu = () => {
    onMenuClose();
    regainListFocus();
  };
  const closeDialog = () => {
    view.closeDialog();
    regainListFocus();
  };
  return (
    <>
      <ItemsMenu menu={menu} deeds={deeds} onClose={closeMenu} />
      {dialog?.is === 'new-folder' ? <NewFolderDialog onClose={closeDialog} /> : null}
      {dialog?.is === 'cancel-uploads' ? (
        <CancelUploadsDialog ids={dialog.ids} onClose={closeDialog} />
      ) : null}
      {dialog?.is === 'move' ? <MoveDialog ids={dialog.ids} onClose={closeDialog} /> : null}
    </>
  );
}
