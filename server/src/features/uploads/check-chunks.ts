import { chunkCount, chunkLength } from '@satchel/shared/chunk-plan';
import type { CheckAnswer } from '@satchel/shared/wire/uploads';
import { refuseField } from '../../lib/refuse.ts';
import type { Transact, Tx } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { declareChunks } from './declare-chunks.ts';
import type { DeclaredChunk } from './lease-rows.ts';
import { demandSameAsCompleted } from './same-as-completed.ts';
import { slideExpiry } from './slide-expiry.ts';
import { demandLiving, type Upload } from './upload.ts';
import { findUpload, lockUpload } from './upload-rows.ts';

export interface CheckChunksDeps {
  readonly clock: Clock;
  readonly transact: Transact<CheckAnswer>;
}

export interface CheckChunksInput {
  readonly userId: string;
  readonly uploadId: string;
  readonly chunkHashes: readonly string[];
  readonly offset: number;
}

/** Declares which chunks the indexes from `offset` on are, and tells which of them have to be sent.
 *  What is told stays true: the chunks are leased to the upload. Refuses `not-found`, `gone`,
 *  `invalid-request` past the end, `hash-changed`. */
export async function checkChunks(
  deps: CheckChunksDeps,
  input: CheckChunksInput,
): Promise<CheckAnswer> {
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    const seen = demandLiving(await findUpload(tx, input.uploadId), input.userId, now);
    const declared = planChunks(seen.size, input);
    if (seen.status === 'open') await slideExpiry(tx, seen, now);
    const locked = await lockUpload(tx, input.uploadId, 'share');
    const upload = demandLiving(locked, input.userId, now);
    const here = await receivedIndexes(tx, upload, declared, now);
    return split(declared, here);
  });
}

function planChunks(sizeBytes: number, input: CheckChunksInput): DeclaredChunk[] {
  const count = chunkCount(sizeBytes);
  if (input.offset + input.chunkHashes.length > count) {
    refuseField('chunkHashes', `goes past the last of ${count} chunks`);
  }
  return input.chunkHashes.map((hash, i) => {
    const index = input.offset + i;
    return { index, hash, size: chunkLength(sizeBytes, index) };
  });
}

async function receivedIndexes(
  tx: Tx,
  upload: Upload,
  declared: readonly DeclaredChunk[],
  now: Date,
): Promise<Set<number>> {
  const [first] = declared;
  if (first === undefined) return new Set();
  if (upload.status === 'completed') {
    const hashes = declared.map(({ hash }) => hash);
    await demandSameAsCompleted(tx, upload, first.index, hashes);
    return new Set(declared.map(({ index }) => index));
  }
  const leases = await declareChunks(tx, upload, declared, now);
  return new Set(leases.filter(({ received }) => received).map(({ index }) => index));
}

function split(declared: readonly DeclaredChunk[], here: ReadonlySet<number>): CheckAnswer {
  const indexes = declared.map(({ index }) => index);
  return {
    needed: indexes.filter((index) => !here.has(index)),
    existing: indexes.filter((index) => here.has(index)),
  };
}
