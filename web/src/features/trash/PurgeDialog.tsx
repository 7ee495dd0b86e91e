import { emptyTrash, purgeNodes } from '@satchel/worker/page/trash';
import { useState } from 'react';
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
  const [isDeleting, setDeleting] = useState(false);
  const { what, items } = doomed;
  const isAll = what === 'everything';

  const ids = items.map(({ id }) => id);
  const purge = async () => {
    setDeleting(true);
    noteOwnDeed();
    try {
      if (isAll) await emptyTrash();
      else await purgeNodes(ids);
      forgetUndoOf(ids);
      showToast({ text: isAll ? 'The trash is empty' : 'Deleted for good' });
    } catch (failure) {
      showToast({ text: explainFailure(failure), tone: 'negative' });
    }
    onClose();
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
        <Button variant="danger" isPending={isDeleting} onPress={() => void purge()}>
          {isAll ? 'Empty the trash' : 'Delete for good'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
