import { nextSeq } from '../src/features/auth/index.ts';
import type { Database } from '../src/lib/tx.ts';
import type { Owner } from './tree.ts';

/** Makes so many folders in the root at once, with names of about so many bytes. */
export async function seedManyFolders(
  db: Database,
  { userId, spaceId, rootId }: Owner,
  count: number,
  nameBytes = 20,
): Promise<void> {
  await db.transact(async (tx) => {
    const last = await nextSeq(tx, spaceId, count);
    await tx.query(
      `insert into nodes (id, space_id, parent_id, kind, name, name_key, seq, created_at,
                          modified_at, modified_by)
       select gen_random_uuid(), $1, $2, 'folder', name, name, seq, now(), now(), $3
         from generate_series($4::bigint + 1, $5::bigint) seq,
              rpad(seq::text || ' ', $6, 'x') name`,
      [spaceId, rootId, userId, last - count, last, nameBytes],
    );
  });
}
