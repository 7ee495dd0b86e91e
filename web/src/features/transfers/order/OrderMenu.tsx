import type { UploadRow } from '@satchel/worker/local/uploads';
import { moveUploads } from '@satchel/worker/page/uploads';
import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, EllipsisVertical } from 'lucide-react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '../../../ui/Menu.tsx';

const PLACES = [
  { place: 'first', label: 'Send next', icon: ArrowUpToLine },
  { place: 'up', label: 'Move up', icon: ArrowUp },
  { place: 'down', label: 'Move down', icon: ArrowDown },
  { place: 'last', label: 'Send last', icon: ArrowDownToLine },
] as const;

/** Where one transfer stands among the others. */
export function OrderMenu({ upload }: { readonly upload: UploadRow }) {
  return (
    <MenuTrigger>
      <IconButton icon={EllipsisVertical} label={`Order of ${upload.filename}`} size={16} />
      <Menu aria-label={`Order of ${upload.filename}`} placement="bottom end">
        {PLACES.map(({ place, label, icon }) => (
          <MenuItem key={place} icon={icon} onAction={() => void moveUploads([upload.id], place)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
