import type { Node } from '@satchel/shared/wire/nodes';
import { beginDeed, settleDeed } from '../src/local/pending-deeds.ts';

/** Trashes nodes as if the server had said at once that it is done. */
export async function trashHere(ids: readonly string[], now = Date.now()): Promise<void> {
  await beginDeed('tab', ids, { is: 'trash' }, now);
  const done = ids.map((id) => ({ id, is: 'done', node: null }) as const);
  await settleDeed({ is: 'trash' }, done, now);
}

/** Brings a node back as if the server had answered so at once. */
export async function restoreHere(node: Node): Promise<void> {
  await beginDeed('tab', [node.id], { is: 'restore' });
  await settleDeed({ is: 'restore' }, [{ id: node.id, is: 'done', node }]);
}
