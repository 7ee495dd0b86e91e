import type { Change } from '@satchel/shared/wire/sync';
import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { findChanged, findGone, type Gone, type Head } from './change-rows.ts';
import { goneSeq, type Position } from './positions.ts';

export interface SpaceChanges {
  readonly changes: readonly Change[];
  /** How far one is who has seen them; at the head where there were no more. */
  readonly position: Position;
}

// Both are read up to a head that was read before: what changes meanwhile gets a number beyond it, and
// comes later. So nothing falls between the two, although each is read at a moment of its own.
/** What comes next in one space behind `position`, up to `head`: nodes and what is gone, merged by
 *  their numbers. Refuses `cursor-expired` where something that is gone was forgotten since, and where
 *  the position is beyond the head. */
export async function readSpace(
  db: Queryable,
  { spaceId, head }: Head,
  position: Position,
  limit: number,
): Promise<SpaceChanges> {
  if (goneSeq(position) > head) refuse('cursor-expired');
  if (position.seq === head) return { changes: [], position };
  const stretch = { spaceId, after: position.seq, until: head, limit };
  const [nodes, gone] = await Promise.all([
    findChanged(db, stretch),
    readGone(db, { ...stretch, after: goneSeq(position) }),
  ]);
  const changes = [
    ...nodes.map((node) => ({ space: spaceId, seq: node.seq, node })),
    ...gone.map(({ nodeId, seq }) => ({ space: spaceId, seq, gone: nodeId })),
  ]
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit);
  const last = changes.length < limit ? head : (changes.at(-1)?.seq ?? head);
  return { changes, position: { seq: last, base: position.base } };
}

type Stretch = Parameters<typeof findGone>[1];

async function readGone(db: Queryable, stretch: Stretch): Promise<readonly Gone[]> {
  if (stretch.after === stretch.until) return [];
  const found = await findGone(db, stretch);
  if (found === undefined || found.prunedSeq > stretch.after) refuse('cursor-expired');
  return found.gone;
}
