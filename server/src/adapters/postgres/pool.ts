import { once } from 'node:events';
import pg from 'pg';
import type { Log } from '../../lib/log.ts';
import type { Database, Tx } from '../../lib/tx.ts';
import type { Bus } from '../../ports/bus.ts';
import { columnTypes } from './column-types.ts';
import { Connection } from './connection.ts';
import { asRefusal } from './failures.ts';
import { type Lend, type Runner, transactOn, transactStatementOn } from './transact.ts';

/** Where a PostgreSQL is. A URL, or a host that may be a directory with a socket in it. */
export type PostgresAddress =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

export interface PoolOptions {
  readonly log: Log;
  /** Is told what transactions announce. */
  readonly bus?: Bus;
  readonly maxConnections?: number;
}

const DEFAULT_MAX_CONNECTIONS = 20;
const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 30_000;
const STATEMENT_TIMEOUT_MS = 60_000;
// Slightly above: speaks up only where the connection is dead and the server's own limit cannot.
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 5_000;
// One that does not answer any more does not hold up the end.
const GOODBYE_MS = 1_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;

/** The database behind a pool of connections. It survives the loss of PostgreSQL: meanwhile calls
 *  refuse `storage-unavailable`, and later ones connect anew. */
export class PostgresDatabase implements Database {
  readonly #pool: pg.Pool;
  readonly #runner: Runner;
  #openConnections = 0;

  constructor(address: PostgresAddress, options: PoolOptions) {
    this.#pool = new pg.Pool({
      ...address,
      max: options.maxConnections ?? DEFAULT_MAX_CONNECTIONS,
      types: columnTypes,
      application_name: 'satchel',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      idleTimeoutMillis: IDLE_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    });
    this.#runner = {
      lend: this.#lend,
      announce: (topic, message) => options.bus?.publish(topic, message),
    };
    this.#pool.on('connect', () => (this.#openConnections += 1));
    this.#pool.on('remove', () => (this.#openConnections -= 1));
    // A lent connection that breaks between two queries tells nobody but itself: whoever has it
    // learns of it with the next query. Without a listener the process would end.
    this.#pool.on('connect', (client) => client.on('error', () => {}));
    // An idle connection that breaks reports here; without a listener the process would end.
    this.#pool.on('error', (error) => options.log.warn({ err: error }, 'lost a connection'));
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      return await this.#lend((connection) => connection.query<Row>(sql, values));
    } catch (error) {
      throw asRefusal(error);
    }
  }

  async transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    try {
      return await transactOn(this.#runner, work);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  async transactStatement<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    try {
      return await transactStatementOn(this.#runner, work);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** Waits for the queries that run, then closes every connection. */
  async close(): Promise<void> {
    await this.#pool.end();
    // The pool has only said goodbye: a PostgreSQL that is stopped now would still be connected.
    const signal = AbortSignal.timeout(GOODBYE_MS);
    while (this.#openConnections > 0 && !signal.aborted) {
      await once(this.#pool, 'remove', { signal }).catch(() => {});
    }
  }

  readonly #lend: Lend = async (act) => {
    const connection = new Connection(await this.#pool.connect());
    try {
      return await act(connection);
    } finally {
      connection.release();
    }
  };
}
