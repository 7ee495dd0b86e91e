import { RotateCcw, Trash2, X } from 'lucide-react';
import { formatCount } from '../../lib/format-bytes.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { select, selectedIds, useSelectionStore } from '../../ui/rows/selection-store.ts';
import type { TrashDeeds } from './use-trash-deeds.ts';

interface TrashToolbarProps {
  readonly count: number;
  readonly deeds: TrashDeeds;
}

/** The title, and what can be done with what is selected, or with all of it. */
export function TrashToolbar({ count, deeds }: TrashToolbarProps) {
  const selected = useSelectionStore(({ selection }) => selection.ids.size);
  return (
    <header className="trash-toolbar" data-is-selecting={selected > 0 || undefined}>
      <h1>Trash</h1>
      <div className="trash-toolbar-end">
        {selected > 0 ? (
          <>
            <span className="trash-count">{formatCount(selected)} selected</span>
            <Button variant="quiet" icon={RotateCcw} onPress={() => deeds.restore(selectedIds())}>
              Restore
            </Button>
            <IconButton
              icon={Trash2}
              label="Delete for good"
              shortcut="Delete"
              onPress={() => deeds.purge(selectedIds())}
            />
            <IconButton icon={X} label="Select none" shortcut="Esc" onPress={select.none} />
          </>
        ) : count > 0 ? (
          <Button variant="quiet" icon={Trash2} onPress={deeds.empty}>
            Empty the trash
          </Button>
        ) : null}
      </div>
    </header>
  );
}
