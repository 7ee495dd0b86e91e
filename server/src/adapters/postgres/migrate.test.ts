import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { SILENT } from '../../lib/log.ts';
import { migrate } from './migrate.ts';

let test: TestDatabase;
let directory: string;

beforeEach(async () => {
  test = await createTestDatabase('template0');
  directory = await mkdtemp(join(tmpdir(), 'satchel-migrations-'));
  await write('0001_first', 'create table first (id int)');
});
afterEach(async () => {
  await test.drop();
  await rm(directory, { recursive: true });
});

const write = (name: string, sql: string) => writeFile(join(directory, `${name}.sql`), sql);
const run = () => migrate(test.address, directory, SILENT);
const applied = async () => {
  const rows = await test.db.query<{ name: string }>('select name from migrations order by name');
  return rows.map(({ name }) => name);
};

describe('migrate', () => {
  it('applies the files in order, once', async () => {
    await write('0002_second', 'alter table first add name text');
    await run();
    await run();
    expect(await applied()).toEqual(['0001_first', '0002_second']);
  });

  it('lets servers that start at once take turns', async () => {
    await write('0002_slow', 'select pg_sleep(0.2); create table slow (id int)');
    await Promise.all([run(), run(), run(), run()]);
    expect(await applied()).toEqual(['0001_first', '0002_slow']);
  });

  it('leaves nothing of a migration that fails, and goes on from there', async () => {
    await write('0002_second', 'create table half (id int); select 1 / 0');
    await expect(run()).rejects.toThrow('migration 0002_second failed');
    expect(await applied()).toEqual(['0001_first']);
    await write('0002_second', 'create table half (id int)');
    await run();
    expect(await applied()).toEqual(['0001_first', '0002_second']);
  });

  it('takes other line ends for the same file', async () => {
    await write('0001_first', 'create table first (\n  id int\n)');
    await run();
    await write('0001_first', 'create table first (\r\n  id int\r\n)');
    await run();
    expect(await applied()).toEqual(['0001_first']);
  });

  it('refuses a file that was changed after it was applied', async () => {
    await run();
    await write('0001_first', 'create table first (id bigint)');
    await expect(run()).rejects.toThrow('0001_first was changed after it was applied');
  });

  it('refuses a database that a newer release has used', async () => {
    await write('0002_newer', 'create table newer (id int)');
    await run();
    await rm(join(directory, '0002_newer.sql'));
    await expect(run()).rejects.toThrow('used by a newer Satchel: its migration 0002_newer');
  });

  it('refuses a file that comes before one that was applied', async () => {
    await write('0003_third', 'create table third (id int)');
    await run();
    await write('0002_late', 'create table late (id int)');
    await expect(run()).rejects.toThrow('Give it a number after 0003_third');
  });
});
