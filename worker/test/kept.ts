import type { User } from '@satchel/shared/wire/users';
import { subtleDigest } from '../src/digest/subtle-digest.ts';
import { recordSignIn } from '../src/local/account.ts';
import { db } from '../src/local/database.ts';
import { applyNodes } from '../src/local/node-writes.ts';
import { putRecent } from '../src/local/recent-files.ts';
import { aNode } from './nodes.ts';

export const ADA: User = {
  id: 'ada',
  email: 'ada@example.org',
  displayName: 'Ada',
  personalSpaceId: 's',
  rootFolderId: 'root',
  usedBytes: 0,
  quotaBytes: 100,
};

/** Ada is signed in, and the whole of her tree is here. */
export async function signInAda(): Promise<void> {
  await recordSignIn(ADA);
  await db.feed.put({ key: 'current', userId: ADA.id, cursor: 'here', isComplete: true });
}

/** The hash of a content of one chunk. */
export async function hashOf(text: string): Promise<{ chunk: string; content: string }> {
  const chunk = await subtleDigest(new TextEncoder().encode(text));
  return { chunk, content: await subtleDigest(Buffer.from(chunk, 'hex')) };
}

/** Puts a file into the replica whose content `text` is here, for having been opened. */
export async function keepText(id: string, text: string, facts: { usedAt?: number } = {}) {
  const { chunk: hash, content: contentHash } = await hashOf(text);
  const sizeBytes = text.length;
  await applyNodes([
    aNode({ id, contentHash, size: sizeBytes, name: `${id}.txt`, mimeType: 'text/plain' }),
  ]);
  const file = { userId: ADA.id, fileId: id, version: 1, contentHash, sizeBytes };
  await putRecent(file, [{ hash, bytes: new Blob([text]) }], facts.usedAt);
  return contentHash;
}
