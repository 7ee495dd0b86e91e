import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';

export type Role = 'owner' | 'editor' | 'viewer';
export type Need = 'read' | 'write';

/** The caller may do what was asked in this space, as `role`. */
export interface Grant {
  readonly spaceId: string;
  readonly role: Role;
}

/** The one way to a node: through membership of its space. Refuses `not-found` where the caller
 *  cannot see it, whether or not it exists, and `forbidden` where they may only read. */
export async function authorizeNode(
  db: Queryable,
  userId: string,
  nodeId: string,
  need: Need,
): Promise<Grant> {
  const [grant] = await db.query<Grant>(
    `select m.space_id as "spaceId", m.role
       from nodes n join members m on m.space_id = n.space_id and m.user_id = $2
      where n.id = $1`,
    [nodeId, userId],
  );
  return demand(grant, need);
}

/** As `authorizeNode`, for a space as a whole. */
export async function authorizeSpace(
  db: Queryable,
  userId: string,
  spaceId: string,
  need: Need,
): Promise<Grant> {
  const [grant] = await db.query<Grant>(
    'select space_id as "spaceId", role from members where space_id = $1 and user_id = $2',
    [spaceId, userId],
  );
  return demand(grant, need);
}

function demand(grant: Grant | undefined, need: Need): Grant {
  if (grant === undefined) refuse('not-found');
  if (need === 'write' && grant.role === 'viewer') refuse('forbidden');
  return grant;
}
