import { cancelUpload } from '@satchel/worker/page/uploads';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { noteOwnDeed } from '../../ui/rows/list-focus.ts';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { explainFailure } from '../explain-failure.ts';
import { useUser } from '../use-account.ts';
import { useUploads } from '../use-uploads.ts';
import { cancelWords } from './cancel-words.ts';

interface CancelUploadsDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Asks before uploads are cancelled: what was sent cannot be had back. What arrives while the
 *  question stands is no longer asked about. */
export function CancelUploadsDialog({ ids, onClose }: CancelUploadsDialogProps) {
  const { id: userId } = useUser();
  const uploads = useUploads(userId) ?? [];
  const meant = uploads.filter(({ id, state }) => ids.includes(id) && state !== 'done');
  const [isBusy, setBusy] = useState(false);
  const { title, body, done } = cancelWords(meant);
  const cancel = async () => {
    if (isBusy) return;
    setBusy(true);
    noteOwnDeed();
    try {
      for (const { id } of meant) await cancelUpload(id);
      showToast({ text: done });
    } catch (failure) {
      showToast({ text: explainFailure(failure), tone: 'negative' });
    }
    onClose();
  };
  if (meant.length === 0 && !isBusy) {
    return (
      <Dialog title="Nothing to cancel" isOpen onClose={onClose} width="narrow">
        <p>{ids.length === 1 ? 'The file has arrived.' : 'The files have arrived.'}</p>
        <DialogActions>
          <Button onPress={onClose}>Close</Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog role="alertdialog" title={title} isOpen onClose={onClose}>
      <p className="cancel-uploads">{body}</p>
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {ids.length === 1 ? 'Keep it' : 'Keep them'}
        </Button>
        <Button variant="danger" isPending={isBusy} onPress={() => void cancel()}>
          {ids.length === 1 ? 'Cancel the upload' : 'Cancel the uploads'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
