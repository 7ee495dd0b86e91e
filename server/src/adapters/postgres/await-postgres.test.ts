import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { awaitPostgres } from './await-postgres.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase('template0');
});
afterEach(() => test.drop());

it('is content with a new enough PostgreSQL that speaks UTF-8', async () => {
  await awaitPostgres(test.address);
});

it('refuses another encoding', async () => {
  await test.db.query("create database ascii template template0 encoding 'SQL_ASCII'");
  try {
    await expect(awaitPostgres({ ...inject('postgres'), database: 'ascii' })).rejects.toThrow(
      'DATABASE_URL is in SQL_ASCII; its encoding has to be UTF8.',
    );
  } finally {
    await test.db.query('drop database ascii with (force)');
  }
});

it('refuses what waiting does not mend, without saying the password', async () => {
  const refused = awaitPostgres({ ...inject('postgres'), password: 'a-wrong-secret' });
  await expect(refused).rejects.toThrow(/^DATABASE_URL is refused: password authentication failed/);
  await expect(refused).rejects.not.toThrow('a-wrong-secret');
});

it('gives up on one that does not answer', async () => {
  const nowhere = { connectionString: 'postgres://satchel:secret@127.0.0.1:1/satchel' };
  await expect(awaitPostgres(nowhere, 0)).rejects.toThrow('DATABASE_URL does not answer');
});
