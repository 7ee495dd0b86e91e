import { DeedRefused, type Refused } from '@satchel/worker/page/errors';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { DeedNotice, type GoingWords } from './deed-notice.ts';
import { refusalWords } from './refusal-words.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
}

interface ToDo<T extends Thing> {
  readonly things: readonly T[];
  readonly going: GoingWords;
  /** "could not be moved to the trash" */
  readonly notDone: string;
  readonly run: (onProgress: (answered: number) => void) => Promise<void>;
  /** Says what was done, in place of the notice that showed how far it was. */
  readonly onDone: (done: readonly T[], inPlaceOf: number | null) => void;
}

/** What is not sent by the end of the tab stays undone, so the browser asks before. */
function guardLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}

/** Does something to many things: shows how far it is where that takes a while, then what was done,
 *  and which could not be, with the reason. Never throws. */
export async function doDeed<T extends Thing>(deed: ToDo<T>): Promise<void> {
  const { things, notDone } = deed;
  const notice = new DeedNotice(things.length, deed.going);
  const mayLeave = guardLeaving();
  const refused = await refusedBy(() => deed.run(notice.advance), things);
  mayLeave();
  const inPlaceOf = notice.end();
  const refusedIds = new Set(refused.map(({ id }) => id));
  const done = things.filter(({ id }) => !refusedIds.has(id));
  if (done.length > 0) deed.onDone(done, inPlaceOf);
  else notice.dismiss();
  if (refused.length > 0) {
    showToast({ text: refusalWords(refused, things, notDone), tone: 'negative' });
  }
}

async function refusedBy(
  run: () => Promise<void>,
  things: readonly Thing[],
): Promise<readonly Refused[]> {
  try {
    await run();
    return [];
  } catch (error) {
    if (error instanceof DeedRefused) return error.refused;
    return things.map(({ id }) => ({ id, error }));
  }
}
