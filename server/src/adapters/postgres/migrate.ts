import pg from 'pg';
import type { Log } from '../../lib/log.ts';
import { readMigrations } from './migration-files.ts';
import { type Migration, planMigrations } from './migration-plan.ts';
import type { PostgresAddress } from './pool.ts';

// Any number, as long as every server takes the same one: "satchel" in ASCII, shortened.
const LOCK_KEY = 0x73617463;

const CREATE_TABLE = `create table if not exists migrations (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

/** Brings the schema to the newest file of `directory`, each file in a transaction of its own.
 *  Servers that start at once take turns. A crash between two files leaves the rest for the next
 *  start. Throws a `StartRefused` when the files and what was
 *  applied do not belong together. */
export async function migrate(
  address: PostgresAddress,
  directory: string,
  log: Log,
): Promise<void> {
  const migrations = await readMigrations(directory);
  const client = new pg.Client({ ...address, application_name: 'satchel migrations' });
  // Without a listener a connection lost between two queries would end the process.
  client.on('error', (error) => log.warn({ err: error }, 'lost the connection while migrating'));
  await client.connect();
  try {
    // Held by the session: closing the connection, or dying, gives it back.
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query(CREATE_TABLE);
    const { rows } = await client.query<Migration>('select name, checksum from migrations');
    for (const migration of planMigrations(migrations, rows)) {
      await apply(client, migration);
      log.info({ migration: migration.name }, 'applied a migration');
    }
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, migration: Migration & { sql: string }): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`migration ${migration.name} failed`, { cause: error });
  }
}
