import type { Queryable, Tx } from '../../lib/tx.ts';

/** The hash that the chunks of an upload make together, in order: the digest of their raw digests.
 *  Computed where the digests lie, so that completing a large file moves nothing. */
export async function getContentHash(db: Queryable, uploadId: string): Promise<string> {
  const [row] = await db.query<{ hash: string }>(
    `select encode(sha256(coalesce(string_agg(hash, ''::bytea order by index), ''::bytea)), 'hex')
              as hash
       from upload_chunks where upload_id = $1`,
    [uploadId],
  );
  if (row === undefined) throw new Error('an aggregate has a row');
  return row.hash;
}

/** The content of this hash that the space already has. */
export async function findContent(
  db: Queryable,
  spaceId: string,
  hash: string,
  size: number,
): Promise<string | undefined> {
  const [content] = await db.query<{ id: string }>(
    `select id from contents where space_id = $1 and hash = decode($2, 'hex') and size = $3`,
    [spaceId, hash, size],
  );
  return content?.id;
}

export interface NewContent {
  readonly id: string;
  readonly spaceId: string;
  readonly hash: string;
  readonly size: number;
  readonly createdAt: Date;
}

/** Makes a content of the chunks that an upload holds, in their order. */
export async function insertContent(tx: Tx, content: NewContent, uploadId: string): Promise<void> {
  await tx.query(
    `insert into contents (id, space_id, hash, size, created_at)
     values ($1, $2, decode($3, 'hex'), $4, $5)`,
    [content.id, content.spaceId, content.hash, content.size, content.createdAt],
  );
  await tx.query(
    `insert into content_chunks (content_id, index, space_id, hash, size)
     select $1, l.index, $2, l.hash, c.size
       from upload_chunks l join chunks c on c.hash = l.hash where l.upload_id = $3`,
    [content.id, content.spaceId, uploadId],
  );
}

/** The hashes of a content's chunks from index `first` on; none where the content was purged. */
export async function findContentHashes(
  db: Queryable,
  contentId: string,
  first: number,
  count: number,
): Promise<string[]> {
  const rows = await db.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from content_chunks
      where content_id = $1 and index >= $2 and index < $2 + $3 order by index`,
    [contentId, first, count],
  );
  return rows.map(({ hash }) => hash);
}
