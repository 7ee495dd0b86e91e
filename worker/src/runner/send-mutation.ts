// Sends one queued mutation, and turns the answer into what becomes of it.

import { numberedName } from '@satchel/shared/derived-names';
import type { Node } from '@satchel/shared/wire/nodes';
import { type Verdict, verdictOn } from '../engine/mutations/refusals.ts';
import { retryDelayMs } from '../engine/retry-delay.ts';
import type { Outcome } from '../local/outbox-work.ts';
import type { OutboxRow } from '../local/rows.ts';
import { ApiError } from '../net/api-error.ts';
import type { NodeApi } from '../net/node-api.ts';
import { findSibling } from './find-sibling.ts';
import type { Clock } from './ports.ts';

export type MutationApi = Pick<
  NodeApi,
  'createFolder' | 'update' | 'trash' | 'restore' | 'purge' | 'get' | 'list'
>;

interface Deps {
  readonly api: MutationApi;
  readonly clock: Clock;
}

/** What came of it, or the error that has nothing to do with this one alone: it is as if it had not
 *  been sent. */
export type Sent =
  | { readonly is: 'answered'; readonly outcome: Outcome }
  | { readonly is: 'unanswered'; readonly verdict: Unanswered; readonly error: ApiError };

type Unanswered = Extract<Verdict, 'try-all-later' | 'wait-for-sign-in'>;

export async function sendMutation(deps: Deps, row: OutboxRow): Promise<Sent> {
  try {
    return { is: 'answered', outcome: await outcomeOf(deps, row) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const verdict = error.reaction === 'sign-in' ? 'wait-for-sign-in' : 'try-all-later';
    return { is: 'unanswered', verdict, error };
  }
}

async function outcomeOf(deps: Deps, row: OutboxRow): Promise<Outcome> {
  const { id, mutation } = row;
  try {
    return { id, is: 'done', node: await call(deps.api, row) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const joins = mutation.is === 'create-folder' && mutation.joins;
    if (joins && error.code === 'name-taken') return joinSibling(deps, row);
    return settled(deps, row, verdictOn(mutation.is, error), error);
  }
}

async function call(api: MutationApi, row: OutboxRow): Promise<Node | null> {
  const { nodeId, mutation, idempotencyKey: key } = row;
  switch (mutation.is) {
    case 'create-folder': {
      const { name, parentId } = mutation;
      return api.createFolder({ id: nodeId, name, parentId }, key);
    }
    case 'rename':
      return api.update(nodeId, { name: mutation.name }, key);
    case 'move': {
      const { parentId: folderId, name } = mutation;
      return api.update(nodeId, name === undefined ? { folderId } : { folderId, name }, key);
    }
    case 'trash':
      return api.trash(nodeId, key);
    case 'restore':
      return api.restore(nodeId, key);
    case 'purge':
      await api.purge(nodeId, key);
      return null;
  }
}

async function settled(
  deps: Deps,
  row: OutboxRow,
  verdict: Verdict,
  error: ApiError,
): Promise<Outcome> {
  const { id, attempts } = row;
  switch (verdict) {
    case 'try-all-later':
    case 'wait-for-sign-in':
      throw error;
    case 'try-later': {
      const { clock } = deps;
      const waitMs = retryDelayMs(attempts + 1, clock.random(), error.retryAfterMs);
      return { id, is: 'later', retryAt: clock.now() + waitMs };
    }
    case 'done':
      return { id, is: 'done', node: null };
    case 'node-gone':
      return { id, is: 'gone' };
    case 'find-missing':
      return settled(deps, row, await findMissing(deps.api, row, error), error);
    case 'refuse':
      return { id, is: 'refused', code: error.code };
    default:
      return { id, is: 'refused', code: verdict };
  }
}

/** Whether it is the node itself that is not there, or in the trash; or, where that was to be deleted for
 *  good, not in the trash. */
async function findMissing(
  api: MutationApi,
  { nodeId, mutation }: OutboxRow,
  { code }: ApiError,
): Promise<Verdict> {
  const isPurge = mutation.is === 'purge';
  try {
    const { node } = await api.get(nodeId);
    if (isPurge) return 'node-restored';
    if (code === 'not-found') return 'parent-gone';
    return node.trashedAt === null ? 'parent-trashed' : 'node-trashed';
  } catch (error) {
    const isGone = error instanceof ApiError && error.code === 'not-found';
    if (isGone) return isPurge ? 'done' : 'node-gone';
    throw error;
  }
}

/** A folder of that name takes in what was planned; beside a file of that name another is chosen. */
async function joinSibling({ api, clock }: Deps, row: OutboxRow): Promise<Outcome> {
  const { id, mutation, attempts, name } = row;
  if (mutation.is !== 'create-folder') return { id, is: 'refused', code: 'name-taken' };
  const sibling = await findSibling(api, mutation);
  if (sibling === null) return { id, is: 'later', retryAt: clock.now() };
  if (sibling.kind === 'folder') return { id, is: 'joined', folder: sibling };
  return { id, is: 'renamed', name: numberedName(name, attempts + 2) };
}
