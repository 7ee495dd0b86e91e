import { addFiles, type DroppedEntry } from '@satchel/worker/page/add-files';
import type { UnfinishedFiles } from '@satchel/worker/page/lost-files';
import { FolderSearch } from 'lucide-react';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { formatCount } from '../../../lib/format-bytes.ts';
import { type PickedFile, pickFiles } from '../../../lib/pick-files.ts';
import { useUser } from '../../../lib/use-account.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { showToast } from '../../../ui/toasts/toast-store.ts';
import { NameList } from '../NameList.tsx';

interface LostFilesDialogProps {
  readonly lost: UnfinishedFiles;
  readonly settle: (names?: readonly string[]) => void;
  /** Told again at the next visit. */
  readonly onClose: () => void;
}

const UNREADABLE = 'Not all of that can be read. Choose the rest from another place.';

/** Tells what never arrived because the browser deleted it, and offers to choose it again. */
export function LostFilesDialog({ lost, settle, onClose }: LostFilesDialogProps) {
  const { rootFolderId } = useUser();

  const chooseAgain = async () => {
    const { files, unreadable } = await pickFiles('files');
    if (unreadable > 0) showToast({ text: UNREADABLE, tone: 'negative' });
    if (files.length === 0) return;
    try {
      await addFiles(files.map(entryOf), rootFolderId);
      settle(files.map(({ file }) => file.name));
    } catch (failure) {
      showToast({ text: explainFailure(failure), tone: 'negative' });
    }
  };

  return (
    <Dialog title={`The browser deleted ${filesOf(lost.count)}`} isOpen onClose={onClose}>
      <p>
        {lost.count === 1 ? 'It was' : 'They were'} waiting here to be uploaded and never arrived.
        Browsers do that when their disk is full or their data is cleared. Choose{' '}
        {lost.count === 1 ? 'it' : 'them'} again to upload to My files.
      </p>
      <NameList names={lost.names} count={lost.count} />
      <DialogActions>
        <Button onPress={() => settle()}>Forget them</Button>
        <Button variant="primary" icon={FolderSearch} onPress={() => void chooseAgain()}>
          Choose again
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function entryOf({ file, origin }: PickedFile): DroppedEntry {
  return { kind: 'file', path: [file.name], source: file, origin: Promise.resolve(origin) };
}

function filesOf(count: number): string {
  return count === 1 ? 'a file' : `${formatCount(count)} files`;
}
