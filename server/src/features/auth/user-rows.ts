import type { User } from '@satchel/shared/wire/users';
import type { Queryable, Tx } from '../../lib/tx.ts';

export interface Credentials {
  readonly userId: string;
  readonly passwordHash: string;
}

export async function findCredentials(
  db: Queryable,
  email: string,
): Promise<Credentials | undefined> {
  const [found] = await db.query<Credentials>(
    'select id as "userId", password_hash as "passwordHash" from users where email = $1',
    [email],
  );
  return found;
}

export interface OwnCredentials extends Credentials {
  readonly email: string;
}

export async function getOwnCredentials(db: Queryable, userId: string): Promise<OwnCredentials> {
  const [found] = await db.query<OwnCredentials>(
    'select id as "userId", email, password_hash as "passwordHash" from users where id = $1',
    [userId],
  );
  return found ?? missing();
}

export async function getUser(db: Queryable, userId: string): Promise<User> {
  const [user] = await db.query<User>(
    `select u.id, u.email, u.display_name as "displayName", s.id as "personalSpaceId",
            s.root_id as "rootFolderId", s.used_bytes as "usedBytes", s.quota_bytes as "quotaBytes"
       from users u join spaces s on s.id = u.personal_space_id where u.id = $1`,
    [userId],
  );
  return user ?? missing();
}

export interface NewUser {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly displayName: string;
  readonly spaceId: string;
  readonly now: Date;
}

/** False where the e-mail has an account already, also one that is being made at the same time. */
export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  const inserted = await tx.query(
    `insert into users (id, email, password_hash, display_name, personal_space_id, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (email) do nothing returning 1`,
    [user.id, user.email, user.passwordHash, user.displayName, user.spaceId, user.now],
  );
  return inserted.length > 0;
}

export async function updateDisplayName(
  tx: Tx,
  userId: string,
  displayName: string,
): Promise<void> {
  await tx.query('update users set display_name = $2 where id = $1', [userId, displayName]);
}

/** False where the password is no longer the one that was checked. */
export async function replacePasswordHash(
  tx: Tx,
  checked: Credentials,
  next: string,
): Promise<boolean> {
  const replaced = await tx.query(
    'update users set password_hash = $3 where id = $1 and password_hash = $2 returning 1',
    [checked.userId, checked.passwordHash, next],
  );
  return replaced.length > 0;
}

function missing(): never {
  throw new Error('a signed-in person has an account');
}
