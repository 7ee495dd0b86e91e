// A change to the tree that was made here, and its place in the queue until the server has it.

import { nameKey } from '@satchel/shared/names';
import type { Node } from '@satchel/shared/wire/nodes';

export type Mutation =
  | {
      readonly is: 'create-folder';
      readonly name: string;
      readonly parentId: string;
      readonly spaceId: string;
      readonly by: Node['modifiedBy'];
      /** A folder of a dropped tree: one of that name that is there takes it in. */
      readonly joins: boolean;
    }
  | { readonly is: 'rename'; readonly name: string }
  /** `name` only where it moves under another name than it had. */
  | { readonly is: 'move'; readonly parentId: string; readonly name?: string }
  /** `homeId`: where it comes to lie, when not where it was. */
  | { readonly is: 'restore'; readonly homeId: string | null }
  | { readonly is: 'trash' | 'purge' };

export type MutationKind = Mutation['is'];

/** Where something stands: names are unique within it. */
export type Place = string;

export function placeOf(parentId: string, name: string): Place {
  return `${parentId}/${nameKey(name)}`;
}

/** What a mutation has to do with others. */
export interface Reach {
  readonly nodeId: string;
  readonly mutation: Mutation;
  /** Every folder above the node: where it was and where it goes. */
  readonly ways: readonly string[];
  /** The place that nothing stands in afterwards. */
  readonly frees: Place | null;
  /** The place that has to be free. */
  readonly takes: Place | null;
}

export interface QueuedMutation extends Reach {
  readonly id: string;
  readonly madeAt: number;
  /** Refused ones wait for their person. */
  readonly state: 'waiting' | 'refused';
  /** The queued mutations that the server must have before this one. */
  readonly after: readonly string[];
  /** When it was first sent: from then on the server may have it. */
  readonly triedAt: number | null;
}

/** Whether what is queued behind it has to wait: until it is sent, or, where it makes the folder that
 *  the others are about, until its person has said what becomes of it. */
export function isAwaited({ state, mutation }: QueuedMutation): boolean {
  return state === 'waiting' || mutation.is === 'create-folder';
}

export function isUnsent({ state, triedAt }: QueuedMutation): boolean {
  return state === 'waiting' && triedAt === null;
}
