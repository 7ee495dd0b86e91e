import type { Node } from '@satchel/shared/wire/nodes';
import type { Mutation } from '../src/engine/mutations/mutation.ts';
import { findNode } from '../src/local/nodes.ts';
import { settle } from '../src/local/outbox-work.ts';
import { queueMutations } from '../src/local/queue-mutations.ts';
import { readOutbox } from '../src/local/read-outbox.ts';

export const DOER = { userId: 'ada', rootFolderId: 'root' } as const;

/** Queues one mutation to each node. */
export async function queueHere(ids: readonly string[], mutation: Mutation, now = Date.now()) {
  const wanted = ids.map((nodeId) => ({ nodeId, mutation }));
  return queueMutations(DOER, wanted, now);
}

/** Answers all that is queued with the next state of the node, as the server would. */
export async function answerAll(now = Date.now()): Promise<void> {
  for (const { id, nodeId, mutation } of await readOutbox(DOER.userId)) {
    const row = await findNode(nodeId);
    const node = row === undefined || mutation.is === 'purge' ? null : asAnswered(row);
    await settle([{ id, is: 'done', node }], now);
  }
}

function asAnswered({ isTrashRoot: _root, appliedAt: _at, ...node }: Node & Row): Node {
  return { ...node, seq: node.seq + 1 };
}

interface Row {
  readonly isTrashRoot: 0 | 1;
  readonly appliedAt: number;
}

/** Trashes nodes as if the server had said at once that it is done. */
export async function trashHere(ids: readonly string[], now = Date.now()): Promise<void> {
  await queueHere(ids, { is: 'trash' }, now);
  await answerAll(now);
}

/** Brings a node back as if the server had answered so at once. */
export async function restoreHere(node: Node): Promise<void> {
  const deed = await queueHere([node.id], { is: 'restore', homeId: null });
  const rows = await readOutbox(DOER.userId);
  const row = rows.find(({ deedId }) => deedId === deed);
  if (row !== undefined) await settle([{ id: row.id, is: 'done', node }]);
}
