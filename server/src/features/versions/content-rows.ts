import type { Queryable } from '../../lib/tx.ts';

/** The bytes of a file at one of its versions, and how they are called. */
export interface FileContent {
  readonly contentId: string;
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly hash: string;
}

export interface ContentChunk {
  readonly hash: string;
  readonly size: number;
}

/** What a file holds now, or held at `version`; undefined for a folder and an unknown version. */
export async function findFileContent(
  db: Queryable,
  fileId: string,
  version: number | undefined,
): Promise<FileContent | undefined> {
  const [content] = await db.query<FileContent>(
    `select c.id as "contentId", n.name, v.mime_type as "mimeType", c.size,
            encode(c.hash, 'hex') as hash
       from nodes n
       join versions v on v.file_id = n.id and v.number = coalesce($2::bigint, n.version)
       join contents c on c.id = v.content_id
      where n.id = $1`,
    [fileId, version ?? null],
  );
  return content;
}

/** The chunks of a content from index `first`, at most `limit` of them, in order. */
export function findContentChunks(
  db: Queryable,
  contentId: string,
  first: number,
  limit: number,
): Promise<ContentChunk[]> {
  return db.query(
    `select encode(hash, 'hex') as hash, size from content_chunks
      where content_id = $1 and index >= $2::bigint order by index limit $3`,
    [contentId, first, limit],
  );
}
