import { setTimeout as delay } from 'node:timers/promises';
import type { Tx } from '../../lib/tx.ts';
import type { Connection } from './connection.ts';
import { isTransient } from './failures.ts';

const MAX_ATTEMPTS = 5;
const FIRST_DELAY_MS = 10;

/** Lends one connection for as long as `act` runs. */
export type Lend = <Result>(act: (connection: Connection) => Promise<Result>) => Promise<Result>;

/** Tells whoever listens, and never throws. */
export type Announce = Tx['announce'];

/** What runs a transaction, and who is told what it announced. */
export interface Runner {
  readonly lend: Lend;
  readonly announce: Announce;
}

type Work<Result> = (tx: Tx) => Promise<Result>;
type Run = <Result>(connection: Connection, work: Work<Result>) => Promise<Done<Result>>;

interface Done<Result> {
  readonly result: Result;
  readonly announcements: ReadonlyMap<string, string>;
}

/** Runs `work` in a transaction on a lent connection, and again on another one when it lost to a
 *  concurrent transaction. */
export function transactOn<Result>(runner: Runner, work: Work<Result>): Promise<Result> {
  return untilItHolds(runner, work, runOnce);
}

/** As `transactOn`, for work of one statement. */
export function transactStatementOn<Result>(runner: Runner, work: Work<Result>): Promise<Result> {
  return untilItHolds(runner, work, runStatement);
}

async function untilItHolds<Result>(
  { lend, announce }: Runner,
  work: Work<Result>,
  run: Run,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { result, announcements } = await lend((connection) => run(connection, work));
      for (const [topic, message] of announcements) announce(topic, message);
      return result;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isTransient(error)) throw error;
    }
    // Jitter keeps the transactions that collided from colliding again.
    await delay(Math.random() * FIRST_DELAY_MS * 2 ** attempt);
  }
}

async function runOnce<Result>(connection: Connection, work: Work<Result>) {
  await connection.command('begin');
  const { tx, announcements, end } = openTx(connection);
  try {
    const result = await work(tx);
    // PostgreSQL answers `commit` with ROLLBACK, and no error, when a statement of the transaction
    // failed and `work` went on as if it had not.
    if ((await connection.command('commit')) !== 'COMMIT') {
      throw new Error('the transaction had failed before it was committed');
    }
    return { result, announcements };
  } catch (error) {
    // A connection that cannot even roll back is dropped; the first error is the one to tell.
    await connection.command('rollback').catch(() => {});
    throw error;
  } finally {
    end();
  }
}

/** The statement commits itself, so there is nothing to begin and nothing to roll back. */
async function runStatement<Result>(connection: Connection, work: Work<Result>) {
  const { tx, announcements, end } = openTx(connection, 1);
  try {
    return { result: await work(tx), announcements };
  } finally {
    end();
  }
}

/** After `end` the handle is dead, so a query that nobody awaited cannot reach into whatever the
 *  connection is lent to next. */
function openTx(connection: Connection, maxStatements = Number.POSITIVE_INFINITY) {
  let isOpen = true;
  let statements = 0;
  const announcements = new Map<string, string>();
  const open = {
    announce(topic: string, message: string): void {
      announcements.set(topic, message);
    },
    async query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
      if (!isOpen) throw new Error('the transaction is over');
      if (statements++ === maxStatements) throw new Error('the transaction is one statement');
      return await connection.query<Row>(sql, values);
    },
  };
  const end = () => {
    isOpen = false;
  };
  return { tx: open as Tx, announcements, end };
}
