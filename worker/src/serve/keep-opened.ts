// Keeps what the server sends to whoever opened a file, on its way to them: the network is used once.

import { chunkLength } from '@satchel/shared/chunk-plan';
import { contentHash } from '@satchel/shared/content-hash';
import { etagOf } from '@satchel/shared/served/etag';
import type { Digest } from '../digest/digest.ts';
import { MOST_RECENT_FILE_BYTES, recentLimit } from '../engine/keep/recent.ts';
import { readAccount } from '../local/account.ts';
import { findNode } from '../local/nodes.ts';
import { makeRoom, type OpenedFile, putRecent, trimRecent } from '../local/recent-files.ts';
import { isQuotaError } from '../staging/store-parts.ts';
import { cutIntoChunks } from './cut-into-chunks.ts';

interface Opened {
  readonly fileId: string;
  readonly digest: Digest;
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** Whether a file is small enough to stay for having been opened, and known here. */
export async function mayStay(fileId: string): Promise<boolean> {
  const node = await findNode(fileId).catch(() => undefined);
  return node !== undefined && (node.size ?? 0) <= MOST_RECENT_FILE_BYTES;
}

/** The answer to give on. Only the whole of a file whose present content it is can be kept. */
export async function keepOpened(answer: Response, opened: Opened): Promise<Response> {
  const file = answer.body === null ? null : await findWorthKeeping(answer, opened.fileId);
  if (file === null || answer.body === null) return answer;
  const [toGive, toKeep] = answer.body.tee();
  opened.waitUntil(keep(file, toKeep, opened.digest).catch(console.error));
  const { status, statusText, headers } = answer;
  return new Response(toGive, { status, statusText, headers });
}

async function findWorthKeeping(answer: Response, fileId: string): Promise<OpenedFile | null> {
  const [{ user, isSignedIn }, node] = await Promise.all([readAccount(), findNode(fileId)]);
  if (user === null || !isSignedIn || node === undefined) return null;
  const { contentHash: hash, size, version } = node;
  if (hash === null || size === null || version === null || size === 0) return null;
  if (size > Math.min(MOST_RECENT_FILE_BYTES, await limitHere())) return null;
  if (answer.headers.get('etag') !== etagOf(hash) || !isWhole(answer, size)) return null;
  return { userId: user.id, fileId, version, contentHash: hash, sizeBytes: size };
}

function isWhole({ status, headers }: Response, size: number): boolean {
  if (status === 200) return true;
  return status === 206 && headers.get('content-range') === `bytes 0-${size - 1}/${size}`;
}

async function keep(file: OpenedFile, stream: ReadableStream<Uint8Array>, digest: Digest) {
  const chunks: { hash: string; bytes: Blob }[] = [];
  for await (const bytes of cutIntoChunks(stream)) {
    chunks.push({ hash: await digest(bytes), bytes: new Blob([bytes]) });
  }
  const isRight = chunks.every(({ bytes }, i) => bytes.size === chunkLength(file.sizeBytes, i));
  const hashes = chunks.map(({ hash }) => hash);
  if (!isRight || (await contentHash(hashes, digest)) !== file.contentHash) return;
  try {
    await putRecent(file, chunks);
    await trimRecent(await limitHere());
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await makeRoom();
  }
}

async function limitHere(): Promise<number> {
  const { quota = 0 } = await navigator.storage.estimate();
  return recentLimit(quota);
}
