// Of what a person did nothing leaves the queue without a word: the server has it, or the device shows
// that it was refused, and why.

import { isErrorCode } from '@satchel/shared/errors';
import { expect } from 'vitest';
import type { MutationKind, OutboxRow } from '../../../worker/src/local/outbox.ts';
import type { Outcome } from '../../../worker/src/local/outbox-work.ts';
import type { Modules } from './modules.ts';

type Settle = Modules['work']['settle'];

/** Reasons that the client has found out by itself. */
const OWN_REASONS = new Set([
  'node-gone',
  'node-joined',
  'node-restored',
  'node-trashed',
  'parent-gone',
  'parent-trashed',
]);

/** Settles as the app does, and looks at what that made of the queue. `heard`: what the server was heard
 *  to refuse, by idempotency key. */
export function settleAloud(
  { database, outbox, shadows, work }: Modules,
  userId: string,
  heard: ReadonlyMap<string, string>,
): Settle {
  const { db } = database;
  return (outcomes, now) =>
    db.transaction('rw', [...shadows.nodeTables, db.uploads], async () => {
      const before = await outbox.readOutbox(userId);
      await work.settle(outcomes, now);
      const after = await outbox.readOutbox(userId);
      for (const row of before) expectWord(row, { outcomes, after, heard });
    });
}

interface Settled {
  readonly outcomes: readonly Outcome[];
  readonly after: readonly OutboxRow[];
  readonly heard: ReadonlyMap<string, string>;
}

function expectWord(row: OutboxRow, { outcomes, after, heard }: Settled): void {
  const outcome = outcomes.find(({ id }) => id === row.id);
  const code = heard.get(row.idempotencyKey);
  const left = after.find(({ id }) => id === row.id);
  const what = `${row.mutation.is} of “${row.name}”, refused: ${code ?? 'no'}, came to`;
  if (left !== undefined) {
    const isAnswered = outcome !== undefined && code !== undefined;
    const isTriedAgain = outcome?.is === 'later' || outcome?.is === 'renamed';
    if (isAnswered && !isTriedAgain) expect(`${what} ${left.state}`).toBe(`${what} refused`);
    expectReason(left);
    return;
  }
  const isDone = outcome?.is === 'done' && (code === undefined || isMoot(row.mutation.is, code));
  const isShown = after.some(({ nodeId, state }) => nodeId === row.nodeId && state === 'refused');
  const came = isDone || outcome?.is === 'joined' || isShown ? 'an end' : 'nothing, in silence';
  expect(`${what} ${came}`).toBe(`${what} an end`);
}

/** The server is where it was wanted to be. */
function isMoot(kind: MutationKind, code: string): boolean {
  return kind === 'purge' && code === 'not-found';
}

function expectReason({ state, refusal }: OutboxRow): void {
  if (state !== 'refused') return;
  const code = refusal?.code ?? '';
  const reason = isErrorCode(code) || OWN_REASONS.has(code) ? code : `no words for “${code}”`;
  expect(reason).toBe(code);
}
