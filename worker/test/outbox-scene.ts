// A replica of a few nodes, and what a test asks of its outbox.

import type { Mutation } from '../src/engine/mutations/mutation.ts';
import { recordSignIn } from '../src/local/account.ts';
import { applyNodes } from '../src/local/node-writes.ts';
import { readChildren } from '../src/local/nodes.ts';
import { claim, type Outcome, settle } from '../src/local/outbox-work.ts';
import { inOrder, readOutbox, readQueuedFor } from '../src/local/read-outbox.ts';
import { enqueue } from '../src/local/upload-queue.ts';
import { wipe } from '../src/local/wipe.ts';
import { aFolder, aNode } from './nodes.ts';
import { ADA } from './people.ts';

export const TRASH = { is: 'trash' } as const;
export const rename = (name: string): Mutation => ({ is: 'rename', name });
export const move = (parentId: string): Mutation => ({ is: 'move', parentId });
export const [a, b] = [aNode({ id: 'a', name: 'a' }), aNode({ id: 'b', name: 'b' })];

/** Two files and a folder, of somebody who is signed in. */
export async function beginOutbox(): Promise<void> {
  await wipe();
  await recordSignIn(ADA);
  await applyNodes(
    [aFolder({ id: 'root', parentId: null, name: 'My files' }), a, b, aFolder({ id: 'f' })],
    10,
  );
}

export const names = async (folderId = 'root') =>
  (await readChildren(folderId)).map((row) => row.name).sort();

export const queue = async () =>
  (await readOutbox('ada')).map(({ nodeId, mutation }) => [nodeId, mutation.is]);

export const entry = async (nodeId: string) => {
  const [row] = inOrder('ada', await readQueuedFor(nodeId));
  if (row === undefined) throw new Error(`nothing is queued for ${nodeId}`);
  return row;
};

export const answer = async (
  nodeId: string,
  outcome: Outcome extends infer One ? Partial<One> : never,
) => {
  const { id } = await entry(nodeId);
  await settle([{ ...outcome, id } as Outcome]);
};

export const send = async (nodeId: string) => claim('ada', [(await entry(nodeId)).id], 50);

export const enqueueInto = (folderId: string) =>
  enqueue({
    userId: 'ada',
    stager: null,
    files: [{ id: 'u', filename: 'u', sizeBytes: 5, mimeType: '', lastModified: null, folderId }],
  });
