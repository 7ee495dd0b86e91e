import { FileUp, FolderPlus, FolderUp, Plus } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/Menu.tsx';
import { useFilesCommand } from './use-files-command.ts';

interface Props {
  readonly shape: 'wide' | 'icon' | 'round';
}

/** What can be put into Satchel. */
export function NewMenu({ shape }: Props) {
  const run = useFilesCommand();
  return (
    <MenuTrigger>
      <NewButton shape={shape} />
      <Menu aria-label="New" placement={shape === 'icon' ? 'right top' : 'bottom start'}>
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
      </Menu>
    </MenuTrigger>
  );
}

function NewButton({ shape }: Props) {
  if (shape === 'icon') return <IconButton icon={Plus} label="New" />;
  if (shape === 'wide') {
    return (
      <Button variant="primary" icon={Plus} isWide>
        New
      </Button>
    );
  }
  return (
    <AriaButton aria-label="New" className="round-new">
      <Plus size={24} aria-hidden />
    </AriaButton>
  );
}
