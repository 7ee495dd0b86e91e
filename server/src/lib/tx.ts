/** Something that answers SQL. Readers ask for this and so cannot tell whether a transaction is
 *  open. Rows come as plain objects; `int8` as a number, `timestamptz` as a Date, `bytea` as a Buffer. */
export interface Queryable {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

declare const inTransaction: unique symbol;

/** An open transaction. Whoever writes asks for this, so nothing is written outside of one. */
export interface Tx extends Queryable {
  readonly [inTransaction]: true;
  /** Has the bus told once this is committed, of each topic the last message. A crash in between loses
   *  it, as the bus may lose any. */
  announce(topic: string, message: string): void;
}

/** Runs `work` in one transaction and commits it. Whatever `work` throws rolls it back. `work` may
 *  run more than once (serialization failures and deadlocks are tried again here and nowhere
 *  else), so it holds SQL and pure rules only: no blob store, bus, cache or HTTP. */
export type Transact<Result> = (work: (tx: Tx) => Promise<Result>) => Promise<Result>;

export interface Database extends Queryable {
  transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** As `transact`, for work that is exactly one statement and so a transaction by itself: one round
   *  trip instead of three, for what is done for every chunk. A second statement throws. */
  transactStatement<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}
