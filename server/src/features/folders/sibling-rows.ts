import { nameKey } from '@satchel/shared/names';
import type { Queryable } from '../../lib/tx.ts';

export interface Sibling {
  readonly id: string;
  readonly kind: 'file' | 'folder';
}

/** The live child of a folder that has this name, whatever its case. */
export async function findLiveSibling(
  db: Queryable,
  parentId: string,
  name: string,
): Promise<Sibling | undefined> {
  const [sibling] = await db.query<Sibling>(
    `select id, kind from nodes
      where parent_id = $1 and name_key = $2 and trashed_at is null`,
    [parentId, nameKey(name)],
  );
  return sibling;
}

/** Those of `keys` that live children of a folder have. */
export async function findTakenKeys(
  db: Queryable,
  parentId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const rows = await db.query<{ key: string }>(
    `select name_key as key from nodes
      where parent_id = $1 and name_key = any($2::text[]) and trashed_at is null`,
    [parentId, keys],
  );
  return new Set(rows.map(({ key }) => key));
}
