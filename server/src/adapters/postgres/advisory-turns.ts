import pg from 'pg';
import type { Turns } from '../../ports/turns.ts';
import { asRefusal } from './failures.ts';
import type { PostgresAddress } from './pool.ts';

// Tells our locks from those of others in the same database: "turn" in ASCII.
const NAMESPACE = 0x7475726e;

/** Turns by PostgreSQL's advisory locks. Each is held by a connection of its own: closing it, or
 *  dying, gives the turn back. */
export class AdvisoryTurns implements Turns {
  readonly #address: PostgresAddress;

  constructor(address: PostgresAddress) {
    this.#address = address;
  }

  async take(name: string, work: (lost: AbortSignal) => Promise<void>): Promise<boolean> {
    const lost = new AbortController();
    const client = new pg.Client({ ...this.#address, application_name: `satchel ${name}` });
    client.on('error', (cause) => lost.abort(asRefusal(cause)));
    try {
      await client.connect().catch((cause: unknown) => {
        throw asRefusal(cause);
      });
      if (!(await tryLock(client, name))) return false;
      await work(lost.signal);
      return true;
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function tryLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ isOurs: boolean }>(
    'select pg_try_advisory_lock($1, hashtext($2)) as "isOurs"',
    [NAMESPACE, name],
  );
  return rows[0]?.isOurs === true;
}
