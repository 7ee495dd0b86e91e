// Which chunk each index of an upload was declared to be. A row is a lease: while it stands, the
// chunk is not collected. Chunks are locked before leases, and in the order of their hashes, so
// declaring, receiving and collecting cannot wait for each other in a circle.
import type { Queryable, Tx } from '../../lib/tx.ts';

export interface DeclaredChunk {
  readonly index: number;
  readonly hash: string;
  readonly size: number;
}

export interface Lease {
  readonly index: number;
  /** The bytes are here: the caller sent them, or could already read them. */
  readonly received: boolean;
}

/** Leases chunks whose rows are locked. `isHere[i]` says whether the store holds the bytes of
 *  `chunks[i]`; they count as received only if the user can already read that chunk, or sent it in
 *  this upload. An index that was declared with another hash is left as it is and not returned. */
export async function insertLeases(
  tx: Tx,
  uploadId: string,
  userId: string,
  chunks: readonly DeclaredChunk[],
  isHere: readonly boolean[],
): Promise<Lease[]> {
  return tx.query<Lease>(
    `insert into upload_chunks (upload_id, index, hash, received)
     select $1, d.index, decode(d.hash, 'hex'), d.is_here and (
              exists (select from content_chunks cc
                        join members m on m.space_id = cc.space_id and m.user_id = $2
                       where cc.hash = decode(d.hash, 'hex'))
              or exists (select from upload_chunks own
                          where own.upload_id = $1 and own.received
                            and own.hash = decode(d.hash, 'hex')))
       from unnest($3::int[], $4::text[], $5::boolean[]) as d (index, hash, is_here)
      order by d.index
         on conflict (upload_id, index) do update
            set received = upload_chunks.received or excluded.received
          where upload_chunks.hash = excluded.hash
     returning index, received`,
    [uploadId, userId, chunks.map((c) => c.index), chunks.map((c) => c.hash), isHere],
  );
}

/** What is known when a chunk arrives, before a byte of it is read. */
export interface PutTarget {
  readonly userId: string;
  readonly size: number;
  readonly status: 'open' | 'completed' | 'cancelled' | 'expired';
  readonly expiresAt: Date;
  /** What the index was declared to be; null where it was not declared. */
  readonly declaredHash: string | null;
}

export async function findPutTarget(
  db: Queryable,
  uploadId: string,
  index: number,
): Promise<PutTarget | undefined> {
  const [target] = await db.query<PutTarget>(
    `select u.user_id as "userId", u.size, u.status, u.expires_at as "expiresAt",
            encode(l.hash, 'hex') as "declaredHash"
       from uploads u
       left join upload_chunks l on l.upload_id = u.id and l.index = $2
      where u.id = $1`,
    [uploadId, index],
  );
  return target;
}

export interface ReceivedChunk extends DeclaredChunk {
  readonly uploadId: string;
}

/** Records that the bytes of these chunks are durable. Answers with those whose lease still stood:
 *  of the others the upload has ended meanwhile, and nothing is recorded. */
export async function markReceived(
  tx: Tx,
  chunks: readonly ReceivedChunk[],
): Promise<Pick<ReceivedChunk, 'uploadId' | 'index'>[]> {
  return tx.query(
    `with given as materialized (
       select upload_id, index, decode(hash, 'hex') as hash, size
         from unnest($1::uuid[], $2::int[], $3::text[], $4::int[])
                as g (upload_id, index, hash, size)
     ), locked as materialized (
       select c.hash from chunks c
        where c.hash in (select hash from given) and c.state = 'incoming'
        order by c.hash for no key update
     ), held as (
       update upload_chunks l set received = true
         from given g, (select count(*) from locked) as after_locking
        where l.upload_id = g.upload_id and l.index = g.index and l.hash = g.hash
       returning l.upload_id, l.index, l.hash, g.size
     ), kept as (
       update chunks c set state = 'stored', size = h.size
         from (select distinct hash, size from held) as h
        where c.hash = h.hash and c.state = 'incoming'
     )
     select upload_id as "uploadId", index from held`,
    [
      chunks.map((chunk) => chunk.uploadId),
      chunks.map((chunk) => chunk.index),
      chunks.map((chunk) => chunk.hash),
      chunks.map((chunk) => chunk.size),
    ],
  );
}

/** The indexes whose bytes are not here yet, declared or not. */
export async function findMissing(
  db: Queryable,
  uploadId: string,
  totalChunks: number,
): Promise<number[]> {
  const rows = await db.query<{ index: number }>(
    `select i as index from generate_series(0, $2::int - 1) as i
      where not exists (select from upload_chunks l join chunks c on c.hash = l.hash
                         where l.upload_id = $1 and l.index = i and l.received
                           and c.state = 'stored')
      order by i`,
    [uploadId, totalChunks],
  );
  return rows.map(({ index }) => index);
}

export async function deleteLeases(tx: Tx, uploadId: string): Promise<void> {
  await tx.query('delete from upload_chunks where upload_id = $1', [uploadId]);
}
