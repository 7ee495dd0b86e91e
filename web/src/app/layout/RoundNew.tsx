import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useCommand } from '../../lib/use-command.ts';
import { ContextMenu } from '../../ui/ContextMenu.tsx';
import { NewMenuItems } from './NewMenuItems.tsx';

const ANYWHERE = { x: 0, y: 0 };

/** The round button of a phone. It opens when it is let go: a menu that opens on the way down would
 *  lie under the pointer, and take the release for a choice. */
export function RoundNew() {
  const [isOpen, setOpen] = useState(false);
  const run = useCommand();
  return (
    <>
      <Button
        className="round-new"
        aria-label="New"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        <Plus size={24} aria-hidden />
      </Button>
      <ContextMenu aria-label="New" at={isOpen ? ANYWHERE : null} onClose={() => setOpen(false)}>
        <NewMenuItems run={run} />
      </ContextMenu>
    </>
  );
}
