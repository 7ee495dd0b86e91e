import { findQuestion, type NameQuestion } from '@satchel/worker/local/name-questions';
import { answerSameName, type SameNameAnswer } from '@satchel/worker/page/same-names';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';

interface Asked {
  /** Undefined for the moment in which it is looked up. */
  readonly question: NameQuestion | undefined;
  /** How many there are with this one. */
  readonly count: number;
  readonly answer: (answer: SameNameAnswer, isForAll: boolean) => void;
}

/** One question after another about `ids`, which may still name some that were answered a moment
 *  ago. What has lost its reason meanwhile is answered by itself. */
export function useNameQuestions(ids: readonly string[]): Asked {
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const open = ids.filter((id) => !answered.has(id));
  const [first] = open;
  const question = useLiveQuery(
    () => (first === undefined ? undefined : findQuestion(first)),
    [first],
  );

  const answer = (choice: SameNameAnswer, isForAll: boolean) => {
    const meant = isForAll ? open : open.slice(0, 1);
    setAnswered((before) => new Set([...before, ...meant]));
    void answerSameName(meant, choice);
  };

  const isMoot = question?.standing === null;
  useEffect(() => {
    if (first !== undefined && isMoot) void answerSameName([first], 'rename');
  }, [first, isMoot]);

  const isCurrent = question?.upload.id === first && !isMoot;
  return { question: isCurrent ? question : undefined, count: open.length, answer };
}
