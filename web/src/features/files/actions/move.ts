import type { Node } from '@satchel/shared/wire/nodes';
import { findNodes } from '@satchel/worker/local/nodes';
import { moveNodes } from '@satchel/worker/page/folders';
import { countWords } from '../../../lib/count-words.ts';
import { doDeed } from '../../../lib/deeds/do-deed.ts';
import { doing, sayDone } from '../../../lib/undo-store.ts';
import { noteOwnDeed } from '../../../ui/rows/list-focus.ts';
import { showToast } from '../../../ui/toasts/toast-store.ts';

interface Target {
  readonly id: string;
  readonly name: string;
}

/** Moves nodes into a folder, and offers to move them back, each to where it was. */
export async function move(ids: readonly string[], target: Target): Promise<void> {
  await doing(async () => {
    const nodes = await findNodes(ids);
    const before = nodes.filter(({ parentId }) => parentId !== target.id);
    if (before.length > 0) await moveAll(before, target);
  });
}

async function moveAll(before: readonly Node[], target: Target): Promise<void> {
  noteOwnDeed();
  await doDeed({
    things: before,
    going: (count) => `Moving ${count} to “${target.name}”`,
    run: () => moveNodes(idsOf(before), target.id),
    onDone: (moved, inPlaceOf) => {
      const text = `Moved ${countWords(moved)} to “${target.name}”`;
      sayDone(text, () => moveBack(moved), idsOf(moved), inPlaceOf);
    },
  });
}

async function moveBack(moved: readonly Node[]): Promise<void> {
  noteOwnDeed();
  for (const parentId of new Set(moved.map((node) => node.parentId))) {
    const nodes = moved.filter((node) => node.parentId === parentId);
    if (parentId !== null) await moveBackTo(parentId, nodes);
  }
}

async function moveBackTo(parentId: string, nodes: readonly Node[]): Promise<void> {
  await doDeed({
    things: nodes,
    going: (count) => `Moving ${count} back`,
    run: () => moveNodes(idsOf(nodes), parentId),
    // Back where it was is word enough, unless the person was told to wait.
    onDone: (done, inPlaceOf) => {
      if (inPlaceOf !== null) showToast({ text: `Moved ${countWords(done)} back`, inPlaceOf });
    },
  });
}

function idsOf(nodes: readonly Node[]): string[] {
  return nodes.map(({ id }) => id);
}
