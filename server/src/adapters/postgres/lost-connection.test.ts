import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('refuses, and lives on, when a connection breaks between two queries of a transaction', async () => {
  const { db } = database;
  const work = db.transact(async (tx) => {
    const [own] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
    await db.query('select pg_terminate_backend($1, 5000)', [own?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await tx.query('select 1');
  });
  await expect(work).rejects.toMatchObject({ code: 'storage-unavailable' });
  expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
});
