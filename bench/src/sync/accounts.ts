import { randomUUID } from 'node:crypto';
import { insertSession } from '../../../server/src/features/auth/session-rows.ts';
import { hashToken, newSessionToken } from '../../../server/src/features/auth/session-token.ts';
import type { Database } from '../../../server/src/lib/tx.ts';
import { type Owner, seedOwner } from '../../../server/test/tree.ts';

/** Somebody with a space of their own, signed in. */
export interface Account extends Owner {
  readonly cookie: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export async function seedAccounts(db: Database, count: number): Promise<Account[]> {
  const accounts: Account[] = [];
  for (let n = 0; n < count; n++) {
    const owner = await seedOwner(db, randomUUID());
    const token = newSessionToken();
    const now = new Date();
    await db.transact((tx) =>
      insertSession(tx, {
        id: randomUUID(),
        tokenHash: hashToken(token),
        userId: owner.userId,
        device: 'Bench',
        now,
        expiresAt: new Date(now.getTime() + DAY_MS),
      }),
    );
    accounts.push({ ...owner, cookie: `satchel_session=${token}` });
  }
  return accounts;
}

/** Makes all of them members of the first one's space. */
export async function share(db: Database, [first, ...others]: readonly Account[]): Promise<void> {
  await db.query(
    `insert into members (space_id, user_id, role) select $1, id, 'editor' from unnest($2::uuid[]) id`,
    [first?.spaceId, others.map(({ userId }) => userId)],
  );
}
