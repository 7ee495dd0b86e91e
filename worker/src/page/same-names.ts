// What a person answers about files whose name stands already where they go.

import { answerQuestions, type NameAnswer } from '../local/name-questions.ts';
import { removeUploads } from '../local/upload-queue.ts';
import { askForSync } from './background-sync.ts';
import { pump } from './pump.ts';

export type SameNameAnswer = NameAnswer | 'skip';

/** A new version of what stands there, a file beside it, or nothing at all. */
export async function answerSameName(
  ids: readonly string[],
  answer: SameNameAnswer,
): Promise<void> {
  if (answer === 'skip') await removeUploads(ids);
  else await answerQuestions(ids, answer);
  pump({ retryNow: true });
  askForSync().catch(reportError);
}
