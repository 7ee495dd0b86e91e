import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { authorizeNode, authorizeSpace, type Role } from './authorize.ts';
import { createPersonalSpace } from './create-personal-space.ts';
import { lockSpace, nextSeq } from './lock-space.ts';
import { getPersonalSpace } from './personal-space.ts';
import { insertUser } from './user-rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeUser(): Promise<{ userId: string; spaceId: string }> {
  const [id, spaceId, now] = [uuidv7(), uuidv7(), new Date()];
  await database.db.transact(async (tx) => {
    const account = { email: `${id}@example.org`, passwordHash: 'x', displayName: 'X' };
    await insertUser(tx, { id, spaceId, now, ...account });
    await createPersonalSpace(tx, { id: spaceId, ownerId: id, quotaBytes: 10, now });
  });
  return { userId: id, spaceId };
}

async function join(userId: string, spaceId: string, role: Role): Promise<void> {
  await database.db.query('insert into members (space_id, user_id, role) values ($1, $2, $3)', [
    spaceId,
    userId,
    role,
  ]);
}

describe('what a person may do with a node', () => {
  it.each([
    ['owner', 'read', 'owner'],
    ['owner', 'write', 'owner'],
    ['editor', 'write', 'editor'],
    ['viewer', 'read', 'viewer'],
    ['viewer', 'write', 'forbidden'],
  ] as const)('AC15 as %s, to %s: %s', async (role, need, outcome) => {
    const { db } = database;
    const { spaceId } = await makeUser();
    const { userId } = await makeUser();
    await join(userId, spaceId, role);
    const [root] = await db.query<{ id: string }>(
      'select root_id as id from spaces where id = $1',
      [spaceId],
    );
    const nodeId = root?.id ?? '';
    const asks = [
      () => authorizeNode(db, userId, nodeId, need),
      () => authorizeSpace(db, userId, spaceId, need),
    ];
    for (const ask of asks) {
      if (outcome !== 'forbidden') expect(await ask()).toEqual({ spaceId, role });
      else await expect(ask()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('AC15 a stranger’s node is as absent as one that never was', async () => {
    const { db } = database;
    const anna = await makeUser();
    const { rootId } = await getPersonalSpace(db, anna.userId);
    const { userId } = await makeUser();
    for (const nodeId of [rootId, uuidv7()]) {
      const asked = authorizeNode(db, userId, nodeId, 'read');
      await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    }
    const asked = authorizeSpace(db, userId, anna.spaceId, 'read');
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the numbers of a space', () => {
  it('AC16 are given one after the other, without gaps, to writers at the same time', async () => {
    const { db } = database;
    const { spaceId } = await makeUser();
    const numbers = await Promise.all(
      Array.from({ length: 20 }, () =>
        db.transact(async (tx) => {
          const { head } = await lockSpace(tx, spaceId);
          const seq = await nextSeq(tx, spaceId);
          expect(seq).toBe(head + 1);
          return seq;
        }),
      ),
    );
    const expected = Array.from({ length: 20 }, (_, index) => index + 2);
    expect(numbers.sort((a, b) => a - b)).toEqual(expected);
  });

  it('AC16 of a space that is gone are refused', async () => {
    const locked = database.db.transact((tx) => lockSpace(tx, uuidv7()));
    await expect(locked).rejects.toMatchObject({ code: 'not-found' });
  });
});
