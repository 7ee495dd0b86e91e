import type { Change } from '@satchel/shared/wire/sync';
import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { findHeadsOf, type Head } from './change-rows.ts';
import { goneSeq, type Position, type Positions } from './positions.ts';
import { readSpace } from './read-space.ts';

export interface ListChangesInput {
  readonly userId: string;
  /** Null: from the beginning. */
  readonly positions: Positions | null;
  readonly limit: number;
}

export interface FeedPage {
  readonly changes: readonly Change[];
  /** How far one is who has seen them, in all of the user's spaces. */
  readonly positions: Positions;
  readonly hasMore: boolean;
}

/** What comes next in the user's spaces, one space after the other, in each by its numbers. A space
 *  that is new to the client begins at its beginning. Refuses `cursor-expired`, also where the user is
 *  no longer a member of a space. */
export async function listChanges(
  deps: { readonly db: Queryable },
  { userId, positions, limit }: ListChangesInput,
): Promise<FeedPage> {
  const heads = await findHeadsOf(deps.db, userId);
  demandMembership(heads, positions);
  const changes: Change[] = [];
  const reached = new Map<string, Position>();
  for (const head of heads) {
    const from = positions?.get(head.spaceId) ?? { seq: 0, base: head.head };
    const rest = limit - changes.length;
    const read = rest > 0 ? await readSpace(deps.db, head, from, rest) : standStill(head, from);
    changes.push(...read.changes);
    reached.set(head.spaceId, read.position);
  }
  const hasMore = heads.some(({ spaceId, head }) => (reached.get(spaceId)?.seq ?? 0) < head);
  return { changes, positions: reached, hasMore };
}

function demandMembership(heads: readonly Head[], positions: Positions | null): void {
  const mine = new Set(heads.map(({ spaceId }) => spaceId));
  for (const spaceId of positions?.keys() ?? []) if (!mine.has(spaceId)) refuse('cursor-expired');
}

function standStill({ head }: Head, position: Position) {
  if (goneSeq(position) > head) refuse('cursor-expired');
  return { changes: [], position };
}
