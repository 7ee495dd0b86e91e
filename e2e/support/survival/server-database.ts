import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';

/** Asks the PostgreSQL of the server with this data directory, at the address that it wrote down. */
export async function queryDatabase<Row extends object>(
  dataDirectory: string,
  sql: string,
): Promise<Row[]> {
  const home = join(dataDirectory, 'postgres');
  const cluster = join(home, 'cluster');
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  const [, , , port, socketDirectory = '.'] = lines;
  const password = (await readFile(join(home, 'password'), 'utf8')).trim();
  const host = resolve(cluster, socketDirectory);
  const client = new pg.Client({
    host,
    port: Number(port),
    user: 'satchel',
    password,
    database: 'postgres',
  });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}
