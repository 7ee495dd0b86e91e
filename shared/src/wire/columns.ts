// Objects of one kind as columns, for where thousands of them travel: the name of a member is said once,
// and so is a value that many of them share.

import * as v from 'valibot';

/** What one member is in each row: `of[i]`; `of[at[i]]` where there is `at`; `of[0]` in all of them where
 *  there is but one. */
export interface Column<Value = unknown> {
  readonly of: readonly Value[];
  readonly at?: readonly number[] | undefined;
}

export interface Columns<Members> {
  readonly rows: number;
  readonly columns: Members;
}

export type ColumnsOf<Row> = { readonly [Key in keyof Row]: Column<Row[Key]> };

export function columnSchema<Schema extends v.GenericSchema>(value: Schema) {
  return v.object({ of: v.array(value), at: v.optional(v.array(v.number())) });
}

/** Rows that all have these members. */
export function toColumns<Row extends object>(
  rows: readonly Row[],
  keys: readonly (keyof Row)[],
): Columns<ColumnsOf<Row>> {
  const columns = keys.map((key) => [key, toColumn(rows.map((row) => row[key]))]);
  // Each key of a row is there, with its column.
  return { rows: rows.length, columns: Object.fromEntries(columns) as ColumnsOf<Row> };
}

/** A column of which more values than this are different is as short without `at`. */
const SHARED_AT_MOST = 0.25;

function toColumn<Value>(values: readonly Value[]): Column<Value> {
  const places = new Map<unknown, number>();
  const of: Value[] = [];
  const at: number[] = [];
  for (const [i, value] of values.entries()) {
    const before = at[i - 1];
    if (before !== undefined && value === of[before]) {
      at.push(before);
      continue;
    }
    const key = keyOf(value);
    const place = places.get(key) ?? of.length;
    if (place === of.length) {
      places.set(key, place);
      of.push(value);
    }
    at.push(place);
    if (of.length > 1 && of.length > values.length * SHARED_AT_MOST) return { of: values };
  }
  return of.length === 1 ? { of } : { of, at };
}

/** The same for what is the same. In one column there are no objects beside texts. */
function keyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** Whether each column has a value for each row. */
export function areWhole({ rows, columns }: Columns<Record<string, Column>>): boolean {
  return Object.values(columns).every(({ of, at }) => {
    if (at === undefined) return of.length === rows || (of.length === 1 && rows > 0);
    return at.length === rows && at.every((place) => place in of);
  });
}

/** The rows of columns that are whole. */
export function toRows<Row extends object>({ rows, columns }: Columns<ColumnsOf<Row>>): Row[] {
  const all: Record<string, unknown>[] = Array.from({ length: rows }, () => ({}));
  for (const [key, column] of Object.entries<Column>(columns)) {
    const values = valuesOf(column, rows);
    all.forEach((row, i) => {
      row[key] = values[i];
    });
  }
  // Each of them has got each member.
  return all as unknown as Row[];
}

/** One of the rows of columns that are whole. */
export function toRow<Row extends object>({ columns }: Columns<ColumnsOf<Row>>, i: number): Row {
  const row: Record<string, unknown> = {};
  const all: Record<string, Column> = columns;
  // Thousands are made one by one: to list the members of each takes several times as long.
  for (const key in all) {
    const { of, at } = all[key] as Column;
    row[key] = at === undefined ? of[of.length === 1 ? 0 : i] : of[at[i] ?? 0];
  }
  // It has got each member.
  return row as Row;
}

/** What one member is in each of the rows of columns that are whole. */
export function valuesOf<Value>({ of, at }: Column<Value>, rows: number): readonly Value[] {
  // Each place is one of a value.
  if (at !== undefined) return at.map((place) => of[place] as Value);
  return of.length === 1 ? Array.from({ length: rows }, () => of[0] as Value) : of;
}
