import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StartRefused } from '../../lib/start-refused.ts';
import { isUnavailable } from './failures.ts';
import type { PostgresAddress } from './pool.ts';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;
const CONNECT_TIMEOUT_MS = 5_000;
const OLDEST_VERSION = 15;

/** Waits until an outside PostgreSQL answers (it may be starting too, beside us), and refuses one
 *  that is too old or does not speak UTF-8. */
export async function awaitPostgres(address: PostgresAddress, patienceMs = PATIENCE_MS) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check(address);
    } catch (error) {
      if (error instanceof StartRefused) throw error;
      // The driver's messages name hosts and users, never the password.
      const why = error instanceof Error ? error.message || error.name : 'unknown';
      if (!isUnavailable(error)) throw new StartRefused(`DATABASE_URL is refused: ${why}.`);
      if (Date.now() >= deadline) throw new StartRefused(`DATABASE_URL does not answer: ${why}.`);
    }
    await delay(PAUSE_MS);
  }
}

async function check(address: PostgresAddress): Promise<void> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version,
              current_setting('server_encoding') as encoding`,
    );
    const found = rows[0];
    if (found === undefined || found.version < OLDEST_VERSION) {
      throw new StartRefused(
        `DATABASE_URL is PostgreSQL ${found?.version}; ${OLDEST_VERSION} or newer is needed.`,
      );
    }
    if (found.encoding !== 'UTF8') {
      throw new StartRefused(`DATABASE_URL is in ${found.encoding}; its encoding has to be UTF8.`);
    }
  } finally {
    await client.end().catch(() => {});
  }
}
