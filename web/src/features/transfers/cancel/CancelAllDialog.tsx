import { cancelAll } from '@satchel/worker/page/uploads';
import { formatCount } from '../../../lib/format-bytes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';

interface Props {
  readonly count: number;
  readonly onClose: () => void;
}

/** What is given up here would have to be chosen again, so it is said before. */
export function CancelAllDialog({ count, onClose }: Props) {
  const cancel = () => {
    void cancelAll();
    onClose();
  };
  return (
    <Dialog
      title={`Cancel ${formatCount(count)} uploads?`}
      isOpen
      onClose={onClose}
      role="alertdialog"
      width="narrow"
    >
      <p>
        They are not uploaded, and have to be added again if you want them after all. What has
        arrived stays, and so do the files on your device.
      </p>
      <DialogActions>
        <Button onPress={onClose}>Keep them</Button>
        <Button variant="danger" onPress={cancel}>
          Cancel all
        </Button>
      </DialogActions>
    </Dialog>
  );
}
