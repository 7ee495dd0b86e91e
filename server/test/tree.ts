import { createHash, randomBytes } from 'node:crypto';
import type { Node } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { createPersonalSpace } from '../src/features/auth/create-personal-space.ts';
import { createFolder } from '../src/features/folders/create-folder.ts';
import { getNode } from '../src/features/folders/index.ts';
import { addVersion, createFile, type NewBytes } from '../src/features/versions/index.ts';
import type { Database, Tx } from '../src/lib/tx.ts';

/** Somebody and their space, without a password or a session. */
export interface Owner {
  readonly userId: string;
  readonly spaceId: string;
  readonly rootId: string;
}

export async function seedOwner(db: Database, displayName = 'Anna'): Promise<Owner> {
  const [userId, spaceId] = [uuidv7(), uuidv7()];
  await db.transact(async (tx) => {
    await tx.query(
      `insert into users (id, email, password_hash, display_name, personal_space_id)
       values ($1::uuid, $1::text || '@example.org', '', $2, $3)`,
      [userId, displayName, spaceId],
    );
    const space = { id: spaceId, ownerId: userId, quotaBytes: 1e12, now: new Date() };
    await createPersonalSpace(tx, space);
  });
  const [space] = await db.query<{ rootId: string }>(
    'select root_id as "rootId" from spaces where id = $1',
    [spaceId],
  );
  return { userId, spaceId, rootId: space?.rootId ?? '' };
}

export function seedFolder(
  db: Database,
  owner: Owner,
  name: string,
  parentId: string | null = null,
): Promise<Node> {
  const transact = <Result>(work: (tx: Tx) => Promise<Result>) => db.transact(work);
  const clock = { now: () => new Date() };
  return createFolder({ transact, clock }, { userId: owner.userId, name, parentId });
}

export interface SeedFile {
  readonly parentId?: string;
  readonly size?: number;
  readonly mimeType?: string;
  readonly modifiedAt?: Date;
}

/** A file of which only the rows exist: its one chunk is in no store. */
export async function seedFile(
  db: Database,
  owner: Owner,
  name: string,
  file: SeedFile = {},
): Promise<Node> {
  const id = uuidv7();
  return db.transact(async (tx) => {
    const place = { id, name, parentId: file.parentId ?? owner.rootId, conflictOf: null };
    await createFile(tx, place, await seedBytes(tx, owner, file));
    return getNode(tx, id);
  });
}

export async function seedVersion(
  db: Database,
  owner: Owner,
  fileId: string,
  file: SeedFile = {},
): Promise<number> {
  return db.transact(async (tx) => addVersion(tx, fileId, await seedBytes(tx, owner, file)));
}

async function seedBytes(tx: Tx, owner: Owner, file: SeedFile): Promise<NewBytes> {
  const { size = 10, mimeType = 'text/plain', modifiedAt = new Date() } = file;
  const { userId, spaceId } = owner;
  const contentId = uuidv7();
  const hash = randomBytes(32);
  await tx.query('insert into contents (id, space_id, hash, size) values ($1, $2, $3, $4)', [
    contentId,
    spaceId,
    createHash('sha256').update(hash).digest(),
    size,
  ]);
  if (size > 0) await seedChunk(tx, { contentId, spaceId, hash, size });
  await tx.query('update spaces set used_bytes = used_bytes + $2 where id = $1', [spaceId, size]);
  return { spaceId, contentId, size, mimeType, modifiedAt, userId, at: new Date() };
}

interface SeedChunk {
  readonly contentId: string;
  readonly spaceId: string;
  readonly hash: Buffer;
  readonly size: number;
}

async function seedChunk(tx: Tx, { contentId, spaceId, hash, size }: SeedChunk): Promise<void> {
  await tx.query(`insert into chunks (hash, size, state) values ($1, $2, 'stored')`, [hash, size]);
  await tx.query(
    `insert into content_chunks (content_id, index, space_id, hash, size)
     values ($1, 0, $2, $3, $4)`,
    [contentId, spaceId, hash, size],
  );
}
