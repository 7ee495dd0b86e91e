import { watchKeptStates } from '@satchel/worker/local/kept-states';
import { keptWords, percentOf } from '../../../lib/kept/kept-words.ts';
import { type KeptMark, showKept, useKeptStore } from './kept-store.ts';

const REST_MS = 500;

/** Shows what is kept offline of a folder until the returned function is called. */
export function watchKept(userId: string, folderId: string): () => void {
  return watchKeptStates(
    { userId, folderId },
    ({ shown, pinnedIds, keptWith }) => {
      const before = useKeptStore.getState().marks;
      const marks = new Map(
        [...shown].map(([id, state]) => {
          const percent = state.state === 'keeping' ? percentOf(state.share) : 0;
          return [id, same(before.get(id), { is: state.state, text: keptWords(state), percent })];
        }),
      );
      showKept({ marks, pinnedIds, keptWith });
    },
    REST_MS,
  );
}

/** A row whose mark is the same is not rendered again. */
function same(before: KeptMark | undefined, now: KeptMark): KeptMark {
  return before?.is === now.is && before.text === now.text ? before : now;
}
