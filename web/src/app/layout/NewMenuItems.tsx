import { FileUp, FolderPlus, FolderUp } from 'lucide-react';
import type { Command } from '../../lib/commands-store.ts';
import { useFolderReason } from '../../lib/needs-network.ts';
import { MenuItem, MenuSeparator } from '../../ui/Menu.tsx';

export function NewMenuItems({ run }: { readonly run: (command: Command) => void }) {
  const folderReason = useFolderReason();
  return (
    <>
      <MenuItem
        icon={FolderPlus}
        shortcut="N"
        reason={folderReason}
        onAction={() => run('new-folder')}
      >
        New folder
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={FileUp} shortcut="U" onAction={() => run('upload-files')}>
        Upload files
      </MenuItem>
      <MenuItem icon={FolderUp} onAction={() => run('upload-folder')}>
        Upload folder
      </MenuItem>
    </>
  );
}
