import { setTimeout as delay } from 'node:timers/promises';
import type { Tx } from '../../lib/tx.ts';
import type { Connection } from './connection.ts';
import { isTransient } from './failures.ts';

const MAX_ATTEMPTS = 5;
const FIRST_DELAY_MS = 10;

/** Lends one connection for as long as `act` runs. */
export type Lend = <Result>(act: (connection: Connection) => Promise<Result>) => Promise<Result>;

type Run = <Result>(connection: Connection, work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** Runs `work` in a transaction on a lent connection, and again on another one when it lost to a
 *  concurrent transaction. */
export function transactOn<Result>(lend: Lend, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return untilItHolds(lend, work, runOnce);
}

/** As `transactOn`, for work of one statement. */
export function transactStatementOn<Result>(
  lend: Lend,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return untilItHolds(lend, work, runStatement);
}

async function untilItHolds<Result>(
  lend: Lend,
  work: (tx: Tx) => Promise<Result>,
  run: Run,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await lend((connection) => run(connection, work));
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isTransient(error)) throw error;
    }
    // Jitter keeps the transactions that collided from colliding again.
    await delay(Math.random() * FIRST_DELAY_MS * 2 ** attempt);
  }
}

async function runOnce<Result>(connection: Connection, work: (tx: Tx) => Promise<Result>) {
  await connection.command('begin');
  const { tx, end } = openTx(connection);
  try {
    const result = await work(tx);
    // PostgreSQL answers `commit` with ROLLBACK, and no error, when a statement of the transaction
    // failed and `work` went on as if it had not.
    if ((await connection.command('commit')) !== 'COMMIT') {
      throw new Error('the transaction had failed before it was committed');
    }
    return result;
  } catch (error) {
    // A connection that cannot even roll back is dropped; the first error is the one to tell.
    await connection.command('rollback').catch(() => {});
    throw error;
  } finally {
    end();
  }
}

/** The statement commits itself, so there is nothing to begin and nothing to roll back. */
async function runStatement<Result>(connection: Connection, work: (tx: Tx) => Promise<Result>) {
  const { tx, end } = openTx(connection, 1);
  try {
    return await work(tx);
  } finally {
    end();
  }
}

/** After `end` the handle is dead, so a query that nobody awaited cannot reach into whatever the
 *  connection is lent to next. */
function openTx(
  connection: Connection,
  maxStatements = Number.POSITIVE_INFINITY,
): { tx: Tx; end: () => void } {
  let isOpen = true;
  let statements = 0;
  const queryable = {
    async query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
      if (!isOpen) throw new Error('the transaction is over');
      if (statements++ === maxStatements) throw new Error('the transaction is one statement');
      return await connection.query<Row>(sql, values);
    },
  };
  return { tx: queryable as Tx, end: () => (isOpen = false) };
}
