import { uuidv7 } from 'uuidv7';
import { refuse } from '../../lib/refuse.ts';
import type { Tx } from '../../lib/tx.ts';
import { nextSeq } from '../auth/index.ts';
import { insertFile, updateFileState } from '../files/index.ts';
import { insertVersion } from './version-rows.ts';

/** A content that is already stored in the space, and the person who gives it to a file. */
export interface NewBytes {
  readonly spaceId: string;
  readonly contentId: string;
  readonly size: number;
  readonly mimeType: string;
  /** When the person's own file was last changed; `at` where that is not known. */
  readonly modifiedAt: Date;
  readonly userId: string;
  readonly at: Date;
}

export interface NewFilePlace {
  /** What its client would have it be called by. */
  readonly id: string;
  readonly parentId: string;
  /** A name that is free there. */
  readonly name: string;
  readonly conflictOf: string | null;
}

/** Puts a new file into a live folder, at version 1, and returns its id: another one where something
 *  has that. The caller has locked the space, settled the name, and accounts for the bytes. */
export async function createFile(tx: Tx, place: NewFilePlace, bytes: NewBytes): Promise<string> {
  const seq = await nextSeq(tx, bytes.spaceId);
  const { at, userId, ...content } = bytes;
  const file = { ...place, ...content, createdAt: at, modifiedBy: userId, seq };
  const id = (await insertFile(tx, file)) ? file.id : uuidv7();
  if (id !== file.id) await insertFile(tx, { ...file, id });
  await recordVersion(tx, id, 1, bytes, null);
  return id;
}

/** Gives an existing file its next version and returns its number. The caller has locked the space
 *  and accounts for the bytes. `restoredFrom` names the version whose content comes back. */
export async function addVersion(
  tx: Tx,
  fileId: string,
  bytes: NewBytes,
  restoredFrom: number | null = null,
): Promise<number> {
  const seq = await nextSeq(tx, bytes.spaceId);
  const number = await updateFileState(tx, fileId, { ...bytes, modifiedBy: bytes.userId, seq });
  if (number === undefined) refuse('not-found');
  await recordVersion(tx, fileId, number, bytes, restoredFrom);
  return number;
}

async function recordVersion(
  tx: Tx,
  fileId: string,
  number: number,
  bytes: NewBytes,
  restoredFrom: number | null,
): Promise<void> {
  const { spaceId, contentId, mimeType, userId, at } = bytes;
  const version = { fileId, number, spaceId, contentId, mimeType, restoredFrom };
  await insertVersion(tx, { ...version, createdBy: userId, createdAt: at });
}
