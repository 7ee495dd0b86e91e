import { MAX_FOLDER_DEPTH } from '@satchel/shared/limits';
import type { NodeKind } from '@satchel/shared/wire/nodes';
import type { Queryable } from '../../lib/tx.ts';

export interface LineageStep {
  readonly id: string;
  readonly spaceId: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly trashedAt: Date | null;
}

export interface Lineage {
  /** From the root of the space down to the node itself; empty where there is no such node. */
  readonly steps: readonly LineageStep[];
  /** When the node went to the trash: itself, or else with the nearest folder above it that did. */
  readonly trashedAt: Date | null;
}

// A file in the deepest folder has one ancestor more. Only a broken tree reaches the bound.
const MAX_STEPS = MAX_FOLDER_DEPTH + 1;

/** The way from the root to a node. */
export async function findLineage(db: Queryable, nodeId: string): Promise<Lineage> {
  const steps = await db.query<LineageStep>(
    `with recursive up as (
       select id, space_id, parent_id, kind, name, trashed_at, 0 as distance
         from nodes where id = $1
       union all
       select p.id, p.space_id, p.parent_id, p.kind, p.name, p.trashed_at, up.distance + 1
         from up join nodes p on p.id = up.parent_id
        where up.distance < $2
     )
     select id, space_id as "spaceId", kind, name, trashed_at as "trashedAt"
       from up order by distance desc`,
    [nodeId, MAX_STEPS],
  );
  const trashed = steps.findLast((step) => step.trashedAt !== null);
  return { steps, trashedAt: trashed?.trashedAt ?? null };
}
