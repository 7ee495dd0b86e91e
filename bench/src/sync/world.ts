// A server and the PostgreSQL beneath it, into which the bench can put what would take hours by requests.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../server/src/adapters/postgres/embedded/embedded-postgres.ts';
import {
  type PostgresAddress,
  PostgresDatabase,
} from '../../../server/src/adapters/postgres/pool.ts';
import { SILENT } from '../../../server/src/lib/log.ts';
import type { Database } from '../../../server/src/lib/tx.ts';
import { type SatchelProcess, startSatchel } from '../support/satchel-process.ts';

export interface World {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly satchel: SatchelProcess;
}

export async function inWorld(act: (world: World) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'satchel-bench-'));
  const postgres = await startEmbeddedPostgres({
    directory: join(directory, 'postgres'),
    log: SILENT,
  });
  const databaseUrl = urlOf(postgres.address);
  const environment = { DATABASE_URL: databaseUrl };
  const satchel = await startSatchel(join(directory, 'data'), [], environment);
  const db = new PostgresDatabase(postgres.address, { log: SILENT });
  try {
    await act({ db, databaseUrl, satchel });
  } finally {
    await satchel.stop();
    await db.close();
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function urlOf(address: PostgresAddress): string {
  if ('connectionString' in address) return address.connectionString;
  const { host, port, user, password, database } = address;
  const where = host.startsWith('/') ? `/${database}?host=${host}&port=${port}` : '';
  const at = where === '' ? `${host}:${port}/${database}` : `localhost${where}`;
  return `postgres://${user}:${password}@${at}`;
}
