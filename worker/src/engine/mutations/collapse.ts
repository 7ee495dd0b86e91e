// What becomes of queued mutations of a node when another is made: what nobody has sent yet may never
// have to be.

import { isUnsent, type Mutation, type MutationKind, type QueuedMutation } from './mutation.ts';
import { replay, type Shown } from './replay.ts';

type Meeting =
  /** They do not concern each other: look at the one before. */
  | 'pass'
  /** The order of the two matters: nothing before is looked at. */
  | 'stop'
  /** The earlier one takes in what the new one wants. */
  | 'fold'
  /** Together they are nothing. */
  | 'cancel'
  /** It is so already. */
  | 'same';

/** Earlier × new. */
const MEETINGS: Record<MutationKind, Record<MutationKind, Meeting>> = {
  'create-folder': {
    'create-folder': 'same',
    rename: 'fold',
    move: 'fold',
    trash: 'cancel',
    restore: 'stop',
    purge: 'cancel',
  },
  rename: {
    'create-folder': 'stop',
    rename: 'fold',
    move: 'pass',
    trash: 'pass',
    restore: 'stop',
    purge: 'pass',
  },
  move: {
    'create-folder': 'stop',
    rename: 'pass',
    move: 'fold',
    trash: 'pass',
    restore: 'stop',
    purge: 'pass',
  },
  trash: {
    'create-folder': 'stop',
    rename: 'stop',
    move: 'stop',
    trash: 'same',
    restore: 'cancel',
    purge: 'stop',
  },
  restore: {
    'create-folder': 'stop',
    rename: 'stop',
    move: 'stop',
    trash: 'cancel',
    restore: 'same',
    purge: 'stop',
  },
  purge: {
    'create-folder': 'same',
    rename: 'same',
    move: 'same',
    trash: 'same',
    restore: 'same',
    purge: 'same',
  },
};

export interface Arriving {
  readonly mutation: Mutation;
  /** What it would have to wait for. */
  readonly after: readonly string[];
}

export type Collapse =
  | { readonly is: 'queue' }
  | { readonly is: 'nothing' }
  | { readonly is: 'drop'; readonly ids: readonly string[] }
  | { readonly is: 'change'; readonly id: string; readonly mutation: Mutation };

const QUEUE: Collapse = { is: 'queue' };

/** `mine` are the queued mutations of the same node, in order. `isAwaited` says whether others wait
 *  for one: then it stays as it is. */
export function collapse(
  arriving: Arriving,
  mine: readonly QueuedMutation[],
  server: Shown | null,
  isAwaited: (id: string) => boolean,
): Collapse {
  const waiting = mine.filter(({ state }) => state === 'waiting');
  for (let at = waiting.length - 1; at >= 0; at -= 1) {
    const earlier = waiting[at];
    if (earlier === undefined || !isUnsent(earlier)) return QUEUE;
    switch (MEETINGS[earlier.mutation.is][arriving.mutation.is]) {
      case 'pass':
        continue;
      case 'stop':
        return QUEUE;
      case 'same':
        return { is: 'nothing' };
      case 'cancel':
        return cancel(waiting.slice(at), isAwaited);
      case 'fold':
        return fold(arriving, earlier, replay(server, waiting.slice(0, at)), isAwaited);
    }
  }
  return QUEUE;
}

// With a folder that was never made goes what was done to it since.
function cancel(last: readonly QueuedMutation[], isAwaited: (id: string) => boolean): Collapse {
  const [first, ...later] = last;
  if (first === undefined) return QUEUE;
  const goes = first.mutation.is === 'create-folder' ? last : [first];
  const ownWaits = (id: string) => later.some(({ after }) => after.includes(id));
  const isFree = goes.every(({ id }) => !isAwaited(id) || (goes === last && ownWaits(id)));
  return isFree ? { is: 'drop', ids: goes.map(({ id }) => id) } : QUEUE;
}

function fold(
  { mutation, after }: Arriving,
  earlier: QueuedMutation,
  before: Shown | null,
  isAwaited: (id: string) => boolean,
): Collapse {
  const folded = folding(earlier.mutation, mutation);
  if (folded === null) return QUEUE;
  if (before !== null && isAsItWas(folded, before)) {
    return isAwaited(earlier.id) ? QUEUE : { is: 'drop', ids: [earlier.id] };
  }
  // In the place of the earlier one it can only wait for what that waits for.
  const known = new Set([earlier.id, ...earlier.after]);
  const fits = after.every((id) => known.has(id));
  return fits ? { is: 'change', id: earlier.id, mutation: folded } : QUEUE;
}

function folding(earlier: Mutation, later: Mutation): Mutation | null {
  if (later.is === 'rename') {
    const takesName = earlier.is === 'rename' || earlier.is === 'create-folder';
    return takesName ? { ...earlier, name: later.name } : null;
  }
  if (later.is !== 'move' || later.name !== undefined) return null;
  if (earlier.is === 'create-folder') return { ...earlier, parentId: later.parentId };
  return earlier.is === 'move' && earlier.name === undefined ? later : null;
}

function isAsItWas(mutation: Mutation, before: Shown): boolean {
  if (mutation.is === 'rename') return mutation.name === before.name;
  return mutation.is === 'move' && mutation.parentId === before.parentId;
}
