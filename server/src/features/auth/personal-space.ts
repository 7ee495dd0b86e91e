import type { Queryable } from '../../lib/tx.ts';

/** Where a null `folderId` or `parentId` points. */
export interface PersonalSpace {
  readonly spaceId: string;
  readonly rootId: string;
}

export async function getPersonalSpace(db: Queryable, userId: string): Promise<PersonalSpace> {
  const [space] = await db.query<PersonalSpace>(
    `select s.id as "spaceId", s.root_id as "rootId"
       from users u join spaces s on s.id = u.personal_space_id where u.id = $1`,
    [userId],
  );
  if (space === undefined) throw new Error('a user has a personal space');
  return space;
}
