import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { refuse } from '../../lib/refuse.ts';
import { beginStage, timed } from '../../lib/stages.ts';
import type { Database } from '../../lib/tx.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { BufferPool } from './buffer-pool.ts';
import { type ChunkHeaders, checkChunkRequest } from './chunk-request.ts';
import { insertIncoming } from './chunk-rows.ts';
import { declareChunks } from './declare-chunks.ts';
import type { KnownUploads } from './known-uploads.ts';
import { findPutTarget, type PutTarget } from './lease-rows.ts';
import { isTooSlow } from './pace.ts';
import { readBody } from './read-body.ts';
import type { ReceivedChunks } from './received-chunks.ts';
import { demandSameAsCompleted } from './same-as-completed.ts';
import { slideExpiry } from './slide-expiry.ts';
import { demandLiving, isSlideDue } from './upload.ts';
import { findUpload, lockUpload } from './upload-rows.ts';

export interface PutChunkDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly blobs: Pick<BlobStore, 'put'>;
  readonly buffers: BufferPool;
  readonly known: KnownUploads;
  readonly received: Pick<ReceivedChunks, 'record'>;
}

export interface PutChunkInput {
  readonly userId: string;
  readonly uploadId: string;
  readonly index: number;
  readonly headers: ChunkHeaders;
  readonly stream: Readable;
  readonly signal: AbortSignal;
}

/** A chunk whose headers are in order; its bytes have still to show that they are what they say. */
interface ExpectedChunk {
  readonly userId: string;
  readonly uploadId: string;
  readonly index: number;
  readonly hash: string;
  readonly size: number;
}

/** Takes the bytes of one chunk and returns its hash once they, and the record of them, outlive a
 *  crash. Taking the same chunk again is fine, also at the same time, and after the completion.
 *  Nothing is read before it is known whose the upload is; once it is, the bytes come while the
 *  database is asked how the upload stands. */
export async function putChunk(deps: PutChunkDeps, input: PutChunkInput): Promise<string> {
  const { userId, uploadId, index, headers, signal } = input;
  const finding = findTarget(deps, input);
  // It is awaited below, where no other refusal comes first.
  finding.catch(() => {});
  const size = deps.known.sizeOf(uploadId, userId) ?? (await finding).size;
  const { hash, sizeBytes } = checkChunkRequest(size, index, headers);
  const chunk = { userId, uploadId, index, hash, size: sizeBytes };
  const hasBuffer = beginStage('buffer');
  await deps.buffers.lend(userId, signal, async (buffer) => {
    hasBuffer();
    const bytes = await timed('body', receive(deps, input.stream, buffer, sizeBytes));
    const target = await timed('upload', finding);
    if (target.declaredHash !== null && target.declaredHash !== hash) refuse('hash-changed');
    demandHash(bytes, hash);
    if (target.status === 'completed') await demandRepeat(deps, chunk);
    else await keep(deps, chunk, bytes, target);
  });
  return hash;
}

async function findTarget(deps: PutChunkDeps, input: PutChunkInput) {
  const { userId, uploadId, index } = input;
  const found = await findPutTarget(deps.db, uploadId, index);
  const target = demandLiving(found, userId, deps.clock.now());
  deps.known.remember(uploadId, target);
  return target;
}

/** Nobody sits on a buffer that others wait for. */
function receive(
  { buffers }: PutChunkDeps,
  stream: Readable,
  buffer: Buffer,
  sizeBytes: number,
): Promise<Buffer> {
  const since = performance.now();
  return readBody(
    stream,
    buffer,
    sizeBytes,
    (received) => buffers.isWanted && isTooSlow(received, performance.now() - since),
  );
}

function demandHash(bytes: Buffer, hash: string): void {
  const isHashed = beginStage('hash');
  const actual = createHash('sha256').update(bytes).digest('hex');
  isHashed();
  if (actual !== hash) refuse('hash-mismatch');
}

async function keep(
  deps: PutChunkDeps,
  chunk: ExpectedChunk,
  bytes: Buffer,
  target: PutTarget,
): Promise<void> {
  const isLeased = target.declaredHash !== null || (await declare(deps, chunk));
  // Also where the row says that the bytes are there: whoever may not read them has to send them, and
  // what the disk has lost or damaged meanwhile is whole again.
  if (isLeased) await deps.blobs.put(chunk.hash, bytes);
  if (await timed('record', deps.received.record(chunk)))
    await slide(deps, chunk.uploadId, target.expiresAt);
  else await settleEnded(deps, chunk);
}

/** Leases a chunk that no `check` has named. False where the upload was completed meanwhile. */
async function declare(deps: PutChunkDeps, chunk: ExpectedChunk): Promise<boolean> {
  const now = deps.clock.now();
  return deps.db.transact(async (tx) => {
    const upload = demandLiving(await lockUpload(tx, chunk.uploadId, 'share'), chunk.userId, now);
    if (upload.status === 'completed') return false;
    const [declaration] = await declareChunks(tx, upload, [chunk], now);
    // The same bytes are being removed at this moment. A second later they can come again.
    if (declaration === undefined) refuse('storage-unavailable', { retryAfterSeconds: 1 });
    return true;
  });
}

/** The upload ended while the bytes came: by a completion, which then had this chunk already, or for
 *  good. Bytes that were kept for nothing get a row, so that they are collected. */
async function settleEnded(deps: PutChunkDeps, chunk: ExpectedChunk): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transact((tx) => insertIncoming(tx, [chunk], now));
  await demandRepeat(deps, chunk);
}

async function demandRepeat(deps: PutChunkDeps, chunk: ExpectedChunk): Promise<void> {
  const upload = await findUpload(deps.db, chunk.uploadId);
  const living = demandLiving(upload, chunk.userId, deps.clock.now());
  await demandSameAsCompleted(deps.db, living, chunk.index, [chunk.hash]);
}

async function slide(deps: PutChunkDeps, id: string, expiresAt: Date): Promise<void> {
  const now = deps.clock.now();
  if (isSlideDue(expiresAt, now))
    await deps.db.transact((tx) => slideExpiry(tx, { id, expiresAt }, now));
}
