import type { Node } from '@satchel/shared/wire/nodes';
import { findNodes } from '@satchel/worker/local/nodes';
import { moveNodes } from '@satchel/worker/page/folders';
import { countWords } from '../../../lib/count-words.ts';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { doing, sayDone } from '../../../lib/undo-store.ts';
import { noteOwnDeed } from '../../../ui/rows/list-focus.ts';
import { showToast } from '../../../ui/toasts/toast-store.ts';

interface Target {
  readonly id: string;
  readonly name: string;
}

/** Moves nodes into a folder, and offers to move them back, each to where it was. What could not
 *  be moved is said, what could is still offered to be undone. */
export async function move(ids: readonly string[], target: Target): Promise<void> {
  await doing(async () => {
    const nodes = await findNodes(ids);
    const before = nodes.filter(({ parentId }) => parentId !== target.id);
    if (before.length > 0) await moveAll(before, target);
  });
}

async function moveAll(before: readonly Node[], target: Target): Promise<void> {
  noteOwnDeed();
  const failure = await tryMove(before, target.id);
  noteOwnDeed();
  const moved = await thoseIn(before, target.id);
  if (moved.length > 0) {
    sayDone(`Moved ${countWords(moved)} to “${target.name}”`, () => moveBack(moved));
  }
  if (failure !== null) showToast({ text: failure, tone: 'negative' });
}

async function tryMove(nodes: readonly Node[], targetId: string): Promise<string | null> {
  try {
    await moveNodes(
      nodes.map(({ id }) => id),
      targetId,
    );
    return null;
  } catch (failure) {
    return explainFailure(failure);
  }
}

async function thoseIn(before: readonly Node[], targetId: string): Promise<Node[]> {
  const now = await findNodes(before.map(({ id }) => id));
  const there = new Set(now.filter(({ parentId }) => parentId === targetId).map(({ id }) => id));
  return before.filter(({ id }) => there.has(id));
}

async function moveBack(moved: readonly Node[]): Promise<void> {
  noteOwnDeed();
  const parents = new Set(moved.map(({ parentId }) => parentId));
  for (const parent of parents) {
    if (parent === null) continue;
    const ids = moved.filter(({ parentId }) => parentId === parent).map(({ id }) => id);
    await moveNodes(ids, parent);
  }
  noteOwnDeed();
}
