import type { Queryable, Tx } from '../../lib/tx.ts';
import type { Upload, UploadResult } from './upload.ts';

const SELECT_UPLOADS = `
  select id, user_id as "userId", space_id as "spaceId", folder_id as "folderId", filename, size,
         mime_type as "mimeType", last_modified as "lastModified", new_file_id as "newFileId",
         file_id as "fileId", base_version as "baseVersion", on_conflict as "onConflict",
         status, result, expires_at as "expiresAt"
    from uploads`;

export async function findUpload(db: Queryable, id: string): Promise<Upload | undefined> {
  const [upload] = await db.query<Upload>(`${SELECT_UPLOADS} where id = $1`, [id]);
  return upload;
}

/** `share` lets chunks be declared side by side and keeps the upload from ending meanwhile;
 *  `update` is for whoever ends it. The space, where it is locked too, is locked first. */
export async function lockUpload(
  tx: Tx,
  id: string,
  mode: 'share' | 'update',
): Promise<Upload | undefined> {
  const [upload] = await tx.query<Upload>(`${SELECT_UPLOADS} where id = $1 for ${mode}`, [id]);
  return upload;
}

export async function insertUpload(tx: Tx, upload: Upload, createdAt: Date): Promise<void> {
  await tx.query(
    `insert into uploads (id, user_id, space_id, folder_id, filename, size, mime_type,
                          last_modified, new_file_id, file_id, base_version, on_conflict, status,
                          created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open', $13, $14)`,
    [
      upload.id,
      upload.userId,
      upload.spaceId,
      upload.folderId,
      upload.filename,
      upload.size,
      upload.mimeType,
      upload.lastModified,
      upload.newFileId,
      upload.fileId,
      upload.baseVersion,
      upload.onConflict,
      createdAt,
      upload.expiresAt,
    ],
  );
}

export async function updateExpiry(tx: Tx, id: string, expiresAt: Date): Promise<void> {
  await tx.query(
    `update uploads set expires_at = $2 where id = $1 and status = 'open' and expires_at < $2`,
    [id, expiresAt],
  );
}

export async function completeRow(tx: Tx, id: string, result: UploadResult): Promise<void> {
  await tx.query(`update uploads set status = 'completed', result = $2 where id = $1`, [
    id,
    JSON.stringify(result),
  ]);
}

export async function endRow(tx: Tx, id: string, status: 'cancelled' | 'expired'): Promise<void> {
  await tx.query('update uploads set status = $2 where id = $1', [id, status]);
}

/** Open uploads past their end, the longest overdue first. */
export async function findOverdue(
  db: Queryable,
  now: Date,
  limit: number,
): Promise<{ readonly id: string; readonly spaceId: string }[]> {
  return db.query(
    `select id, space_id as "spaceId" from uploads
      where status = 'open' and expires_at <= $1 order by expires_at limit $2`,
    [now, limit],
  );
}

/** Forgets uploads that ended, however they did, and whose time ran out before `before`. */
export async function deleteEnded(tx: Tx, before: Date): Promise<void> {
  await tx.query(`delete from uploads where status <> 'open' and expires_at <= $1`, [before]);
}
