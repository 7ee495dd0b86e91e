// What a refusal does to a queued mutation, and what its person can do about it.

import type { ErrorCode, Reaction } from '@satchel/shared/errors';
import type { MutationKind } from './mutation.ts';

export type Verdict =
  /** Any other request would fare the same: the whole queue waits. */
  | 'try-all-later'
  | 'try-later'
  | 'wait-for-sign-in'
  /** The server is where the mutation wanted it to be. */
  | 'done'
  /** The node is no more: nothing of it is left to send. */
  | 'node-gone'
  /** It is the folder that it was to go into. */
  | 'parent-gone'
  | 'node-trashed'
  | 'parent-trashed'
  /** It is not in the trash any more. */
  | 'node-restored'
  /** Either the node or the folder that it was to go into: to be found out. */
  | 'find-missing'
  | 'refuse';

type AnswerCode = ErrorCode | 'network' | 'unreadable-answer';

const NOT_FOUND: Record<MutationKind, Verdict> = {
  'create-folder': 'parent-gone',
  rename: 'node-gone',
  move: 'find-missing',
  trash: 'node-gone',
  restore: 'node-gone',
  purge: 'find-missing',
};

const IN_TRASH: Record<MutationKind, Verdict> = {
  'create-folder': 'parent-trashed',
  rename: 'node-trashed',
  move: 'find-missing',
  trash: 'done',
  restore: 'refuse',
  purge: 'refuse',
};

const BY_CODE: Partial<Record<AnswerCode, Verdict | Record<MutationKind, Verdict>>> = {
  network: 'try-all-later',
  'unreadable-answer': 'try-all-later',
  'rate-limited': 'try-all-later',
  'storage-unavailable': 'try-all-later',
  'storage-full': 'try-all-later',
  'not-found': NOT_FOUND,
  'in-trash': IN_TRASH,
};

const BY_REACTION: Record<Reaction, Verdict> = {
  retry: 'try-later',
  'sign-in': 'wait-for-sign-in',
  fix: 'refuse',
  refetch: 'refuse',
  stop: 'refuse',
};

/** By code and reaction, never by text. A code of a newer server counts by its reaction. */
export function verdictOn(
  kind: MutationKind,
  answer: { readonly code: string; readonly reaction: Reaction },
): Verdict {
  const verdict = Object.hasOwn(BY_CODE, answer.code)
    ? BY_CODE[answer.code as AnswerCode]
    : undefined;
  if (verdict === undefined) return BY_REACTION[answer.reaction];
  return typeof verdict === 'string' ? verdict : verdict[kind];
}

/** How a refused mutation can go on. */
export type WayOn = 'other-name' | 'put-in-root' | 'restore-parent' | 'restore-node' | 'try-again';

/** `code` is the server's, or the verdict where that says more. The first way is the one suggested. */
export function waysOn(kind: MutationKind, code: string): readonly WayOn[] {
  switch (code) {
    case 'node-gone':
    case 'node-restored':
    case 'node-joined':
    case 'cycle':
      return [];
    case 'parent-gone':
      return ['put-in-root'];
    case 'parent-trashed':
      return ['restore-parent', 'put-in-root'];
    case 'node-trashed':
      return ['restore-node'];
    case 'name-taken':
      return TAKES_NAME.has(kind) ? ['other-name'] : ['try-again'];
    default:
      return ['try-again'];
  }
}

const TAKES_NAME: ReadonlySet<MutationKind> = new Set(['create-folder', 'rename', 'move']);
