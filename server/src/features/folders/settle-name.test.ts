import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Owner, seedFile, seedOwner } from '../../../test/tree.ts';
import type { Database, Tx } from '../../lib/tx.ts';
import { settleName } from './settle-name.ts';

let database: TestDatabase;
let db: Database;
let anna: Owner;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.drop());
beforeEach(async () => {
  anna = await seedOwner(db);
});

const settle = (name: string) => db.transact((tx) => settleName(tx, anna.rootId, name));

async function seedAll(...names: string[]): Promise<void> {
  for (const name of names) await seedFile(db, anna, name);
}

describe('settleName', () => {
  it('NO15 gives the name itself where it is free', async () => {
    expect(await settle('a.txt')).toBe('a.txt');
  });

  it('NO15 gives the first free number, without regard to case', async () => {
    await seedAll('a.txt', 'A (2).TXT', 'a (4).txt');
    expect(await settle('a.txt')).toBe('a (3).txt');
  });

  it('NO15 does not count what is in the trash', async () => {
    await seedAll('a.txt');
    await db.query('update nodes set trashed_at = now() where space_id = $1 and kind = $2', [
      anna.spaceId,
      'file',
    ]);
    expect(await settle('a.txt')).toBe('a.txt');
  });

  it('NO15 finds the number after many copies in few queries', async () => {
    await seedAll('a', ...Array.from({ length: 99 }, (_, i) => `a (${i + 2})`));
    let queries = 0;
    const name = await db.transact((tx) => {
      const counting = {
        query: (sql: string, values?: readonly unknown[]) => {
          queries += 1;
          return tx.query(sql, values);
        },
      } as Tx;
      return settleName(counting, anna.rootId, 'a');
    });
    expect(name).toBe('a (101)');
    expect(queries).toBe(4);
  });

  it('NO15 shortens a name that is long already', async () => {
    const name = `${'x'.repeat(251)}.txt`;
    await seedAll(name);
    expect(await settle(name)).toBe(`${'x'.repeat(247)} (2).txt`);
  });
});
