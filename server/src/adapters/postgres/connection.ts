import pg from 'pg';
import type { Queryable } from '../../lib/tx.ts';
import { isStalePlan } from './failures.ts';
import { statementName } from './statement-names.ts';

/** One connection, lent from the pool. */
export class Connection implements Queryable {
  readonly #client: pg.PoolClient;
  #isSpoilt = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const name = statementName(sql);
    const answer = await this.#run<Row & pg.QueryResultRow>({
      text: sql,
      values: [...values],
      ...(name && { name }),
    });
    return answer.rows;
  }

  /** Runs `begin`, `commit` or `rollback`; tells which one PostgreSQL made of it. */
  async command(sql: 'begin' | 'commit' | 'rollback'): Promise<string> {
    const answer = await this.#run({ text: sql });
    return answer.command;
  }

  /** Back to the pool, or closed where its state is unknown. */
  release(): void {
    this.#client.release(this.#isSpoilt);
  }

  async #run<Row extends pg.QueryResultRow>(query: pg.QueryConfig) {
    try {
      return await this.#client.query<Row>(query);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || isStalePlan(error)) this.#isSpoilt = true;
      throw error;
    }
  }
}
