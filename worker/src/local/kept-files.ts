// Finds the bytes of a file on this device.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { ByteRange } from '@satchel/shared/served/byte-range';
import { readAccount } from './account.ts';
import { db } from './database.ts';
import { readKeptChunks } from './kept-contents.ts';
import type { KeptContentRow } from './kept-rows.ts';
import { getNode } from './node-store.ts';
import type { NodeRow } from './rows.ts';

export interface KeptFile {
  readonly node: NodeRow;
  readonly content: KeptContentRow;
  /** False for an earlier version, while the present one is not here as a whole. */
  readonly isPresent: boolean;
}

/** A file of who is signed in, with a content of it that is here as a whole: its present one, or else
 *  an earlier one. */
export async function findKeptFile(fileId: string): Promise<KeptFile | undefined> {
  const { user, isSignedIn } = await readAccount();
  const node = await getNode(fileId);
  if (!isSignedIn || user === null || node?.kind !== 'file') return undefined;
  const isUsable = (row: KeptContentRow | undefined) =>
    row?.state === 'kept' && row.userId === user.id;
  const present = await db.keptContents.get(node.contentHash ?? '');
  if (present !== undefined && isUsable(present))
    return { node, content: present, isPresent: true };
  const earlier = await db.keptContents.where('fileIds').equals(fileId).filter(isUsable).first();
  return earlier === undefined ? undefined : { node, content: earlier, isPresent: false };
}

/** The bytes of a kept content, from `start` to `end`. Nothing is read from the disk until somebody
 *  reads the Blob. Undefined where it went meanwhile. */
export async function readKeptBytes(
  content: Pick<KeptContentRow, 'contentHash'>,
  range: ByteRange | null,
): Promise<Blob | undefined> {
  if (range === null) return new Blob([]);
  const chunks = await readKeptChunks(content, range);
  if (chunks === undefined) return undefined;
  const whole = new Blob(chunks.map(({ bytes }) => bytes));
  const offset = (chunks[0]?.index ?? 0) * CHUNK_SIZE_BYTES;
  return whole.slice(range.start - offset, range.end + 1 - offset);
}
