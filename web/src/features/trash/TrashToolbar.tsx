import { RotateCcw, Trash2, X } from 'lucide-react';
import {
  type ConnectionState,
  isReachable,
  useConnectionStore,
} from '../../lib/connection-store.ts';
import { formatCount } from '../../lib/format-bytes.ts';
import { useIsNarrow } from '../../lib/use-media-query.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { select, selectedIds, useSelectionStore } from '../../ui/rows/selection-store.ts';
import type { TrashDeeds } from './use-trash-deeds.ts';

interface TrashToolbarProps {
  readonly count: number;
  readonly deeds: TrashDeeds;
}

/** The title, and what can be done with what is selected, or with all of it. On a phone what is
 *  selected takes the place of the title. */
export function TrashToolbar({ count, deeds }: TrashToolbarProps) {
  const isNarrow = useIsNarrow();
  const reason = useConnectionStore(whyNotNow);
  const selected = useSelectionStore(({ selection }) => selection.ids.size);
  const words = `${formatCount(selected)} selected`;
  const none = <IconButton icon={X} label="Select none" shortcut="Esc" onPress={select.none} />;
  if (selected > 0) {
    return (
      <header className="trash-toolbar" data-is-selecting>
        {isNarrow ? none : null}
        <h1>{isNarrow ? words : 'Trash'}</h1>
        {isNarrow ? null : <span className="trash-count">{words}</span>}
        <SelectionActions deeds={deeds} />
        {isNarrow ? null : none}
      </header>
    );
  }
  return (
    <header className="trash-toolbar">
      <h1>Trash</h1>
      {count > 0 ? (
        <Button variant="quiet" icon={Trash2} reason={reason} onPress={deeds.empty}>
          Empty the trash
        </Button>
      ) : null}
    </header>
  );
}

/** The server empties it, and has to know before what is in it. */
function whyNotNow({ connection, unsent }: ConnectionState): string | undefined {
  if (!isReachable(connection)) return 'Emptying the trash needs the network';
  return unsent > 0 ? 'Some changes have not been sent yet' : undefined;
}

function SelectionActions({ deeds }: Pick<TrashToolbarProps, 'deeds'>) {
  return (
    <>
      <Button variant="quiet" icon={RotateCcw} onPress={() => deeds.restore(selectedIds())}>
        Restore
      </Button>
      <IconButton
        icon={Trash2}
        label="Delete for good"
        shortcut="Delete"
        onPress={() => deeds.purge(selectedIds())}
      />
    </>
  );
}
