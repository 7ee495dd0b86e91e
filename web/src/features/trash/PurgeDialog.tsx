import { emptyTrash, purgeNodes } from '@satchel/worker/page/trash';
import { doDeed } from '../../lib/deeds/do-deed.ts';
import { explainFailure } from '../../lib/explain-failure.ts';
import { forgetUndoOf } from '../../lib/undo-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { noteOwnDeed } from '../../ui/rows/list-focus.ts';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { doomWords } from './doom-words.ts';
import type { TrashedItem } from './use-trash.ts';

/** What somebody wants gone for good. */
export interface Doomed {
  readonly what: 'items' | 'everything';
  readonly items: readonly TrashedItem[];
}

interface PurgeDialogProps {
  readonly doomed: Doomed;
  readonly onClose: () => void;
}

/** The one question that is asked before a deed, because this one cannot be undone. */
export function PurgeDialog({ doomed, onClose }: PurgeDialogProps) {
  const { what, items } = doomed;
  const isAll = what === 'everything';

  const purge = () => {
    onClose();
    void (isAll ? emptyAll(items) : purgeAll(items));
  };

  return (
    <Dialog
      role="alertdialog"
      title={isAll ? 'Empty the trash?' : 'Delete for good?'}
      isOpen
      onClose={onClose}
    >
      <p className="doom">{doomWords(items)} This cannot be undone.</p>
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          Cancel
        </Button>
        <Button variant="danger" onPress={purge}>
          {isAll ? 'Empty the trash' : 'Delete for good'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** The server goes through a large trash in steps that it does not tell of. */
async function emptyAll(items: readonly TrashedItem[]): Promise<void> {
  noteOwnDeed();
  const inPlaceOf = showToast({ text: 'Emptying the trash…', share: 'unknown' });
  try {
    await emptyTrash();
    forgetUndoOf(idsOf(items));
    showToast({ text: 'The trash is empty', inPlaceOf });
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative', inPlaceOf });
  }
}

async function purgeAll(items: readonly TrashedItem[]): Promise<void> {
  noteOwnDeed();
  // Whatever comes of it, an undo may no longer count on them.
  forgetUndoOf(idsOf(items));
  await doDeed({
    things: items,
    going: (count) => `Deleting ${count} for good`,
    run: () => purgeNodes(idsOf(items)),
    onDone: (_done, inPlaceOf) => showToast({ text: 'Deleted for good', inPlaceOf }),
  });
}

function idsOf(items: readonly TrashedItem[]): string[] {
  return items.map(({ id }) => id);
}
