import { dropHeldFiles, takeHeldFiles } from '@satchel/worker/page/held-files';
import { FolderInput, Trash2 } from 'lucide-react';
import { formatCount } from '../../../lib/format-bytes.ts';
import { Choice, Choices } from '../../../ui/Choice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { NameList } from '../NameList.tsx';

interface HeldFilesDialogProps {
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** Asks what becomes of files that came while nobody was signed in here. */
export function HeldFilesDialog({ names, onClose }: HeldFilesDialogProps) {
  const isOne = names.length === 1;
  const files = isOne ? 'this shared file' : `${formatCount(names.length)} shared files`;
  return (
    <Dialog title={`Put ${files} into My files?`} isOpen onClose={onClose}>
      <NameList names={names} count={names.length} />
      <Choices>
        <Choice
          icon={FolderInput}
          name="Put into My files"
          isSuggested
          onChoose={() => void takeHeldFiles()}
        >
          {isOne ? 'It was' : 'They were'} kept in this browser until somebody signed in.
        </Choice>
        <Choice icon={Trash2} name="Delete" onChoose={() => void dropHeldFiles()}>
          {isOne ? 'It is' : 'They are'} not uploaded, and not kept here any longer.
        </Choice>
      </Choices>
    </Dialog>
  );
}
