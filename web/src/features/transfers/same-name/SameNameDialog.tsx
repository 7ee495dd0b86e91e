import type { SameNameAnswer } from '@satchel/worker/page/same-names';
import { useEffect, useState } from 'react';
import { formatCount } from '../../../lib/format-bytes.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { announce } from '../../../ui/toasts/toast-store.ts';
import { useFolderName } from '../use-folder-name.ts';
import { AnswerChoices } from './AnswerChoices.tsx';
import { BothSides } from './BothSides.tsx';
import { COMPARISON_WORDS, compareFiles, questionTitle } from './question-words.ts';
import { useNameQuestions } from './use-name-questions.ts';
import './same-name.css';

interface SameNameDialogProps {
  readonly ids: readonly string[];
  /** The person wants to answer later. */
  readonly onClose: () => void;
}

/** Asks what is to become of files whose names stand already where they go. They are kept in this
 *  browser meanwhile, so closing the window, or the tab, loses nothing. */
export function SameNameDialog({ ids, onClose }: SameNameDialogProps) {
  const { question, count, answer } = useNameQuestions(ids);
  const [isForAll, setForAll] = useState(false);
  const folder = useFolderName(question?.upload.folderId ?? '') ?? 'that folder';
  if (!question?.standing) return null;

  const { upload, standing } = question;
  const added = {
    name: upload.filename,
    sizeBytes: upload.sizeBytes,
    modifiedAt: upload.lastModified,
  };
  const comparison = compareFiles(added, standing);
  const title = questionTitle(upload.filename, folder, standing.is === 'queued');
  const choose = (choice: SameNameAnswer) => answer(choice, isForAll);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <BothSides upload={upload} added={added} standing={standing} />
      <p className="same-name-comparison" data-is={comparison}>
        {COMPARISON_WORDS[comparison]}
      </p>
      {count > 1 && (
        <Checkbox isSelected={isForAll} onChange={setForAll}>
          Do this for all {formatCount(count)}
        </Checkbox>
      )}
      <AnswerChoices
        key={upload.id}
        suggested={comparison === 'same' ? 'skip' : 'version'}
        freeName={question.freeName}
        isForAll={isForAll && count > 1}
        onChoose={choose}
      />
      <p className="same-name-note">
        Everything else goes on. {count === 1 ? 'This file is' : 'These files are'} kept in this
        browser until you answer, even if you close the tab.
      </p>
      <Announcement text={title} />
    </Dialog>
  );
}

/** A window that stays open while its title changes is not read out again by itself. */
function Announcement({ text }: { readonly text: string }) {
  const [first] = useState(text);
  useEffect(() => {
    if (text !== first) announce(text);
  }, [text, first]);
  return null;
}
