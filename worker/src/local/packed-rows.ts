// Many rows as one text, by columns: what many of them share is said once.

import {
  type Columns,
  type ColumnsOf,
  toColumns,
  toRow,
  toRows,
  valuesOf,
} from '@satchel/shared/wire/columns';
import type { NamedRow, NodeRow } from './rows.ts';

export function packRows(rows: readonly NodeRow[]): string {
  const [first] = rows;
  const keys = first === undefined ? [] : (Object.keys(first) as (keyof NodeRow)[]);
  return JSON.stringify(toColumns(rows, keys));
}

export function unpackRows(text: string): NodeRow[] {
  return toRows<NodeRow>(JSON.parse(text));
}

/** The same rows, of each only what finding it by its name takes. The rest is made where it is found:
 *  of a hundred thousand thirty are shown. */
export function unpackNames(text: string): NamedRow[] {
  const packed: Columns<ColumnsOf<NodeRow>> = JSON.parse(text);
  if (packed.rows === 0) return [];
  const { columns, rows } = packed;
  const parentIds = valuesOf(columns.parentId, rows);
  const names = valuesOf(columns.name, rows);
  const isTrashRoots = valuesOf(columns.isTrashRoot, rows);
  return valuesOf(columns.id, rows).map((id, i) => ({
    id,
    parentId: parentIds[i] ?? null,
    name: names[i] ?? '',
    isTrashRoot: isTrashRoots[i] ?? 0,
    whole: () => toRow(packed, i),
  }));
}

/** As it was before there were columns: `same` in all rows, and of each the values of the other `keys`. */
interface PackedBefore {
  readonly same: Record<string, unknown>;
  readonly keys: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What was packed before there were columns. */
export function repackRows(text: string): string {
  const { same, keys, rows }: PackedBefore = JSON.parse(text);
  const values = (row: readonly unknown[]) =>
    Object.fromEntries(keys.map((key, i) => [key, row[i]]));
  // What was packed were rows.
  return packRows(rows.map((row) => ({ ...same, ...values(row) }) as unknown as NodeRow));
}
