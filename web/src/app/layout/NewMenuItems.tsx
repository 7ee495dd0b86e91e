import { FileUp, FolderPlus, FolderUp } from 'lucide-react';
import type { Command } from '../../lib/commands-store.ts';
import { MenuItem, MenuSeparator } from '../../ui/Menu.tsx';

export function NewMenuItems({ run }: { readonly run: (command: Command) => void }) {
  return (
    <>
      <MenuItem icon={FolderPlus} shortcut="N" onAction={() => run('new-folder')}>
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
