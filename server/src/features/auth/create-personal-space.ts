import { nameKey } from '@satchel/shared/names';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '../../lib/tx.ts';
import { nextSeq } from './lock-space.ts';

export interface NewPersonalSpace {
  readonly id: string;
  readonly ownerId: string;
  readonly quotaBytes: number;
  readonly now: Date;
}

const ROOT_NAME = 'My files';

/** A space with its owner as a member, and its root folder as its first change. */
export async function createPersonalSpace(tx: Tx, space: NewPersonalSpace): Promise<void> {
  const rootId = uuidv7();
  await tx.query(
    'insert into spaces (id, owner_id, root_id, quota_bytes, created_at) values ($1, $2, $3, $4, $5)',
    [space.id, space.ownerId, rootId, space.quotaBytes, space.now],
  );
  await tx.query(`insert into members (space_id, user_id, role) values ($1, $2, 'owner')`, [
    space.id,
    space.ownerId,
  ]);
  const seq = await nextSeq(tx, space.id);
  await tx.query(
    `insert into nodes (id, space_id, kind, name, name_key, seq, created_at, modified_at, modified_by)
     values ($1, $2, 'folder', $3, $4, $5, $6, $6, $7)`,
    [rootId, space.id, ROOT_NAME, nameKey(ROOT_NAME), seq, space.now, space.ownerId],
  );
}
