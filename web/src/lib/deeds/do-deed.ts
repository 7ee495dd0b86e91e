import { untilAnswered } from '@satchel/worker/page/mutate';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { explainFailure } from '../explain-failure.ts';
import { DeedNotice, type GoingWords } from './deed-notice.ts';

// To queue so many takes longer than anybody looks on without a word.
const MANY = 1000;

interface Thing {
  readonly id: string;
}

interface ToDo<T extends Thing> {
  readonly things: readonly T[];
  readonly going: GoingWords;
  /** Queues it, which shows it, and gives the id of the deed. */
  readonly run: () => Promise<string>;
  /** Says what was done, in place of the notice that showed how far it was. */
  readonly onDone: (done: readonly T[], inPlaceOf: number | null) => void;
}

/** Does something to many things: shows how far it is where that takes a while, then what was done.
 *  What cannot be sent now counts as done: it is kept, and sent later. What was refused is told by
 *  whoever watches for that. Never throws. */
export async function doDeed<T extends Thing>(deed: ToDo<T>): Promise<void> {
  const { things } = deed;
  const notice = new DeedNotice(things.length, deed.going, { isLong: things.length >= MANY });
  try {
    const deedId = await deed.run();
    const end = await untilAnswered(deedId, (left) => notice.advance(things.length - left));
    const refused = new Set(end.refusedIds);
    const done = things.filter(({ id }) => !refused.has(id));
    const inPlaceOf = notice.end();
    if (done.length > 0) deed.onDone(done, inPlaceOf);
    else notice.dismiss();
  } catch (failure) {
    notice.end();
    notice.dismiss();
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}
