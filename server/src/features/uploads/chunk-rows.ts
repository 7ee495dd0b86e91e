// One row for each distinct chunk that the blob store holds or is about to hold.
import type { Queryable, Tx } from '../../lib/tx.ts';

/** `incoming`: leased, the bytes are not here yet · `stored`: the bytes are durable · `deleting`:
 *  nothing holds it and its bytes are being removed; it must be sent again. */
export type ChunkState = 'incoming' | 'stored' | 'deleting';

export interface Chunk {
  readonly hash: string;
  readonly size: number;
  readonly state: ChunkState;
}

interface ExpectedChunk {
  readonly hash: string;
  readonly size: number;
}

/** Makes rows for the chunks that have none. Their size is what the upload expects, and becomes
 *  what it is when the bytes arrive. */
export async function insertIncoming(
  tx: Tx,
  chunks: readonly ExpectedChunk[],
  createdAt: Date,
): Promise<void> {
  await tx.query(
    `insert into chunks (hash, size, state, created_at)
     select distinct on (hash) decode(hash, 'hex'), size, 'incoming', $3
       from unnest($1::text[], $2::int[]) as e (hash, size)
      order by hash
         on conflict do nothing`,
    [chunks.map(({ hash }) => hash), chunks.map(({ size }) => size), createdAt],
  );
}

/** Keeps chunks from being collected until the transaction ends, by when they are leased. One that
 *  is being collected comes back as `deleting`, or not at all. */
export async function lockChunks(tx: Tx, hashes: readonly string[]): Promise<Chunk[]> {
  return tx.query<Chunk>(
    `select encode(hash, 'hex') as hash, size, state from chunks
      where hash in (select decode(h, 'hex') from unnest($1::text[]) as h)
      order by chunks.hash for share of chunks`,
    [hashes],
  );
}

/** One page of all chunks in the order of their hashes: those older than `before` that nothing
 *  holds, locked so that nothing comes to hold them. What another transaction is about to lease is
 *  passed over. */
export async function lockUnheld(tx: Tx, page: readonly string[], before: Date): Promise<string[]> {
  const rows = await tx.query<{ hash: string }>(
    `select encode(c.hash, 'hex') as hash from chunks c
      where c.hash in (select decode(h, 'hex') from unnest($1::text[]) as h)
        and c.state <> 'deleting' and c.created_at < $2
        and not exists (select from content_chunks cc where cc.hash = c.hash)
        and not exists (select from upload_chunks l where l.hash = c.hash)
      order by c.hash for update of c skip locked`,
    [page, before],
  );
  return rows.map(({ hash }) => hash);
}

/** Marks locked chunks as `deleting`, except those that something has come to hold before they
 *  were locked: this statement sees what the one that locked them could not. */
export async function markDeleting(tx: Tx, hashes: readonly string[]): Promise<void> {
  await tx.query(
    `update chunks c set state = 'deleting'
      where c.hash in (select decode(h, 'hex') from unnest($1::text[]) as h)
        and not exists (select from content_chunks cc where cc.hash = c.hash)
        and not exists (select from upload_chunks l where l.hash = c.hash)`,
    [hashes],
  );
}

export async function pageOfHashes(db: Queryable, after: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from chunks
      where hash > decode($1, 'hex') order by chunks.hash limit $2`,
    [after, limit],
  );
  return rows.map(({ hash }) => hash);
}

/** Also those that a crash left marked. */
export async function findDeleting(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from chunks where state = 'deleting' limit $1`,
    [limit],
  );
  return rows.map(({ hash }) => hash);
}

export async function deleteDeleting(tx: Tx, hash: string): Promise<void> {
  await tx.query(`delete from chunks where hash = decode($1, 'hex') and state = 'deleting'`, [
    hash,
  ]);
}
