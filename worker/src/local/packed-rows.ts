// Many rows as one text: what is the same in all of them is said once, and so is what each value is.

import type { NodeRow } from './rows.ts';

interface Packed {
  readonly same: Record<string, unknown>;
  /** What the values of each row are. */
  readonly keys: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

export function packRows(rows: readonly NodeRow[]): string {
  const [first] = rows;
  if (first === undefined) return JSON.stringify({ same: {}, keys: [], rows: [] });
  const keys = Object.keys(first) as (keyof NodeRow)[];
  const isSame = (key: keyof NodeRow) => rows.every((row) => isEqual(row[key], first[key]));
  const same = keys.filter(isSame);
  const other = keys.filter((key) => !same.includes(key));
  return JSON.stringify({
    same: Object.fromEntries(same.map((key) => [key, first[key]])),
    keys: other,
    rows: rows.map((row) => other.map((key) => row[key])),
  } satisfies Packed);
}

export function unpackRows(text: string): NodeRow[] {
  const { same, keys, rows }: Packed = JSON.parse(text);
  return rows.map((values) => {
    const row = { ...same };
    for (const [i, key] of keys.entries()) row[key] = values[i];
    // What was packed were rows.
    return row as unknown as NodeRow;
  });
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
