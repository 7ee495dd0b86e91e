import type { Node } from '@satchel/shared/wire/nodes';
import { restoreNodes, trashNodes } from '@satchel/worker/page/trash';
import { noteOwnDeed } from '../../ui/rows/list-focus.ts';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { countWords } from '../count-words.ts';
import { doing, sayDone } from '../undo-store.ts';
import { doDeed } from './do-deed.ts';

type Things = readonly Pick<Node, 'id' | 'kind' | 'name'>[];
type OnDone = (done: Things, inPlaceOf: number | null) => void;

/** Moves nodes to the trash, and offers to bring them back. */
export async function trash(things: Things): Promise<void> {
  if (things.length === 0) return;
  await doing(() =>
    throwAway(things, (done, inPlaceOf) => {
      const text = `Moved ${countWords(done)} to the trash`;
      sayDone(text, () => bringBack(done, quietly('Restored')), idsOf(done), inPlaceOf);
    }),
  );
}

/** Brings nodes back to where they were, and offers to throw them away again. */
export async function restore(things: Things): Promise<void> {
  if (things.length === 0) return;
  await doing(() =>
    bringBack(things, (done, inPlaceOf) => {
      const text = `Restored ${countWords(done)}`;
      sayDone(text, () => throwAway(done, quietly('Moved back')), idsOf(done), inPlaceOf);
    }),
  );
}

async function throwAway(things: Things, onDone: OnDone): Promise<void> {
  noteOwnDeed();
  await doDeed({
    things,
    going: (count) => `Moving ${count} to the trash`,
    run: () => trashNodes(idsOf(things)),
    onDone,
  });
}

async function bringBack(things: Things, onDone: OnDone): Promise<void> {
  noteOwnDeed();
  await doDeed({
    things,
    going: (count) => `Restoring ${count}`,
    run: () => restoreNodes(idsOf(things)),
    onDone,
  });
}

// What an undo did is seen in the list: only a person who was told to wait is told of the end.
function quietly(verb: string): OnDone {
  return (done, inPlaceOf) => {
    if (inPlaceOf !== null) showToast({ text: `${verb} ${countWords(done)}`, inPlaceOf });
  };
}

function idsOf(things: Things): string[] {
  return things.map(({ id }) => id);
}
