import { refuse } from '../../lib/refuse.ts';
import type { Answer } from '../../lib/route.ts';
import type { Database, Transact, Tx } from '../../lib/tx.ts';
import { type Claim, findKept, type KeptAnswer, keepAnswer, takeKey } from './key-rows.ts';

/** The key was taken while this request waited for it. */
class AlreadyAnswered extends Error {}

/** Acts once for a claim: the answer is kept in the same transaction that acts, so there is never one
 *  without the other. A repeat gets the kept answer; at the same time, it waits for it. A refusal is
 *  not kept: it did nothing, so its key is free. Refuses `idempotency-key-reused`. */
export async function actOnce<Result>(
  db: Database,
  claim: Claim,
  present: (result: Result) => Answer,
  act: (transact: Transact<Result>) => Promise<Result>,
): Promise<Answer> {
  const before = await replay(db, claim);
  if (before !== undefined) return before;
  try {
    return present(await act((work) => db.transact((tx) => workOnce(tx, claim, present, work))));
  } catch (error) {
    if (!(error instanceof AlreadyAnswered)) throw error;
    return (await replay(db, claim)) ?? refuse('storage-unavailable', { retryAfterSeconds: 1 });
  }
}

async function workOnce<Result>(
  tx: Tx,
  claim: Claim,
  present: (result: Result) => Answer,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (!(await takeKey(tx, claim))) throw new AlreadyAnswered();
  const result = await work(tx);
  await keepAnswer(tx, claim, toKeep(present(result)));
  return result;
}

function toKeep({ status, body, headers }: Answer): KeptAnswer {
  if (body !== undefined && 'pipe' in body)
    throw new TypeError('a stream cannot be answered twice');
  return { status, ...(body && { body }), ...(headers && { headers }) };
}

async function replay(db: Database, claim: Claim): Promise<Answer | undefined> {
  const kept = await findKept(db, claim);
  if (kept === undefined) return undefined;
  if (!kept.requestHash.equals(claim.requestHash)) refuse('idempotency-key-reused');
  const headers = { ...kept.answer.headers, 'Idempotent-Replayed': 'true' };
  return { ...kept.answer, headers };
}
