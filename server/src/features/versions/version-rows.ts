import type { Tx } from '../../lib/tx.ts';

export interface NewVersion {
  readonly fileId: string;
  readonly number: number;
  readonly spaceId: string;
  readonly contentId: string;
  readonly mimeType: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly restoredFrom: number | null;
}

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx.query(
    `insert into versions (file_id, number, space_id, content_id, mime_type, created_by,
                           created_at, restored_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      version.fileId,
      version.number,
      version.spaceId,
      version.contentId,
      version.mimeType,
      version.createdBy,
      version.createdAt,
      version.restoredFrom,
    ],
  );
}
