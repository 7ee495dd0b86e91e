import { RotateCcw, Trash2, X } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { TrashedItem } from './use-trash.ts';

interface TrashToolbarProps {
  readonly count: number;
  readonly chosen: readonly TrashedItem[];
  readonly onRestore: () => void;
  readonly onPurge: () => void;
  readonly onEmpty: () => void;
  readonly onChooseNone: () => void;
}

/** The title, and what can be done with what is chosen, or with all of it. */
export function TrashToolbar(props: TrashToolbarProps) {
  const { count, chosen, onRestore, onPurge, onEmpty, onChooseNone } = props;
  return (
    <header className="trash-toolbar">
      <h1>Trash</h1>
      <div className="trash-toolbar-end">
        {chosen.length > 0 ? (
          <>
            <span className="trash-count">{chosen.length} selected</span>
            <Button variant="quiet" icon={RotateCcw} onPress={onRestore}>
              Restore
            </Button>
            <IconButton icon={Trash2} label="Delete for good" onPress={onPurge} />
            <IconButton icon={X} label="Select none" onPress={onChooseNone} />
          </>
        ) : count > 0 ? (
          <Button variant="quiet" icon={Trash2} onPress={onEmpty}>
            Empty the trash
          </Button>
        ) : null}
      </div>
    </header>
  );
}
