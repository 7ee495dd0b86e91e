import { type Mutation, placeOf, type QueuedMutation } from '../src/engine/mutations/mutation.ts';
import type { Shown } from '../src/engine/mutations/replay.ts';
import { aNode } from './nodes.ts';

/** A file below `root` as the server has it. */
export function aShown(facts: Partial<Shown> = {}): Shown {
  return { ...aNode(), isTrashRoot: 0, ...facts };
}

export const NEW_FOLDER = {
  is: 'create-folder',
  name: 'Trip',
  parentId: 'root',
  spaceId: 'space',
  by: { id: 'ada', displayName: 'Ada' },
  joins: false,
} as const satisfies Mutation;

/** A queued mutation of `n1` with whatever a test is about. */
export function aMutation(facts: Partial<QueuedMutation> = {}): QueuedMutation {
  return {
    id: 'm1',
    nodeId: 'n1',
    mutation: { is: 'rename', name: 'b' },
    madeAt: 0,
    state: 'waiting',
    after: [],
    ways: ['root'],
    frees: null,
    takes: null,
    triedAt: null,
    ...facts,
  };
}

export const at = placeOf;
