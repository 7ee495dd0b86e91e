import type { SameNameAnswer } from '@satchel/worker/page/same-names';
import { CopyPlus, FileClock, SkipForward } from 'lucide-react';
import { Choice, Choices } from '../../../ui/Choice.tsx';

interface AnswerChoicesProps {
  readonly suggested: SameNameAnswer;
  readonly freeName: string;
  readonly isForAll: boolean;
  readonly onChoose: (answer: SameNameAnswer) => void;
}

export function AnswerChoices({ suggested, freeName, isForAll, onChoose }: AnswerChoicesProps) {
  const choice = (answer: SameNameAnswer) => ({
    isSuggested: answer === suggested,
    onChoose: () => onChoose(answer),
  });
  return (
    <Choices>
      <Choice icon={FileClock} name="New version" {...choice('version')}>
        {isForAll
          ? 'The ones there now stay in their history.'
          : 'The one there now stays in its history.'}
      </Choice>
      <Choice icon={CopyPlus} name="Keep both" {...choice('rename')}>
        {isForAll ? 'Each gets a number, like' : 'The one you add becomes'} “{freeName}”.
      </Choice>
      <Choice icon={SkipForward} name="Skip" {...choice('skip')}>
        {isForAll ? 'Add none of them.' : 'Do not add it.'}
      </Choice>
    </Choices>
  );
}
