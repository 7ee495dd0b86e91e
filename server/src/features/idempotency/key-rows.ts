import type { Answer } from '../../lib/route.ts';
import type { Queryable, Tx } from '../../lib/tx.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** One request of one person, at one time. */
export interface Claim {
  readonly userId: string;
  readonly key: string;
  readonly requestHash: Buffer;
  readonly now: Date;
}

/** The part of an answer that is kept. */
export type KeptAnswer = Pick<Answer, 'status' | 'headers'> & { readonly body?: object };

export interface KeptRow {
  readonly requestHash: Buffer;
  readonly answer: KeptAnswer;
}

export async function findKept(db: Queryable, claim: Claim): Promise<KeptRow | undefined> {
  const [row] = await db.query<KeptRow>(
    `select request_hash as "requestHash", answer from idempotency_keys
      where user_id = $1 and key = $2 and created_at > $3`,
    [claim.userId, claim.key, expiredBefore(claim.now)],
  );
  return row;
}

/** Takes the key for this transaction: false where somebody has it. Waits for whoever is about to. */
export async function takeKey(tx: Tx, claim: Claim): Promise<boolean> {
  const taken = await tx.query(
    `insert into idempotency_keys as k (user_id, key, request_hash, created_at)
     values ($1, $2, $3, $4)
     on conflict (user_id, key) do update
        set request_hash = excluded.request_hash, answer = null, created_at = excluded.created_at
      where k.created_at <= $5
     returning 1`,
    [claim.userId, claim.key, claim.requestHash, claim.now, expiredBefore(claim.now)],
  );
  return taken.length > 0;
}

export async function keepAnswer(tx: Tx, claim: Claim, answer: KeptAnswer): Promise<void> {
  await tx.query('update idempotency_keys set answer = $3 where user_id = $1 and key = $2', [
    claim.userId,
    claim.key,
    JSON.stringify(answer),
  ]);
}

/** Forgets the keys whose day is over. */
export async function deleteExpiredKeys(tx: Tx, now: Date): Promise<void> {
  await tx.query('delete from idempotency_keys where created_at <= $1', [expiredBefore(now)]);
}

function expiredBefore(now: Date): Date {
  return new Date(now.getTime() - DAY_MS);
}
