import { Plus } from 'lucide-react';
import { useCommand } from '../../lib/use-command.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuTrigger } from '../../ui/Menu.tsx';
import { NewMenuItems } from './NewMenuItems.tsx';

/** What can be put into Satchel, from the side bar. */
export function NewMenu({ isFolded }: { readonly isFolded: boolean }) {
  const run = useCommand();
  return (
    <MenuTrigger>
      {isFolded ? (
        <IconButton icon={Plus} label="New" />
      ) : (
        <Button variant="primary" icon={Plus} isWide>
          New
        </Button>
      )}
      <Menu aria-label="New" placement={isFolded ? 'right top' : 'bottom start'}>
        <NewMenuItems run={run} />
      </Menu>
    </MenuTrigger>
  );
}
