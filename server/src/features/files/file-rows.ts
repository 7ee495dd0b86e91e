import { nameKey } from '@satchel/shared/names';
import type { Tx } from '../../lib/tx.ts';

/** What a file's bytes are from now on, and who made them so. */
export interface FileState {
  readonly contentId: string;
  readonly size: number;
  readonly mimeType: string;
  readonly modifiedAt: Date;
  readonly modifiedBy: string;
  readonly seq: number;
}

export interface NewFile extends FileState {
  readonly id: string;
  readonly spaceId: string;
  readonly parentId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly conflictOf: string | null;
}

/** Inserts a file at version 1. False where its id is or was something else's. */
export async function insertFile(tx: Tx, file: NewFile): Promise<boolean> {
  const inserted = await tx.query(
    `insert into nodes (id, space_id, parent_id, kind, name, name_key, content_id, size, mime_type,
                        version, seq, created_at, modified_at, modified_by, conflict_of)
     select $1::uuid, $2::uuid, $3, 'file', $4, $5, $6, $7, $8, 1, $9, $10, $11, $12, $13
      where not exists (select from tombstones where space_id = $2 and node_id = $1)
         on conflict (id) do nothing
     returning id`,
    [
      file.id,
      file.spaceId,
      file.parentId,
      file.name,
      nameKey(file.name),
      file.contentId,
      file.size,
      file.mimeType,
      file.seq,
      file.createdAt,
      file.modifiedAt,
      file.modifiedBy,
      file.conflictOf,
    ],
  );
  return inserted.length > 0;
}

/** Gives a file its next version; returns that version's number. */
export async function updateFileState(
  tx: Tx,
  fileId: string,
  state: FileState,
): Promise<number | undefined> {
  const [file] = await tx.query<{ version: number }>(
    `update nodes
        set content_id = $2, size = $3, mime_type = $4, modified_at = $5, modified_by = $6,
            seq = $7, version = version + 1
      where id = $1 and kind = 'file'
     returning version`,
    [
      fileId,
      state.contentId,
      state.size,
      state.mimeType,
      state.modifiedAt,
      state.modifiedBy,
      state.seq,
    ],
  );
  return file?.version;
}
