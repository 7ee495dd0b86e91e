import { refuse } from '../../lib/refuse.ts';
import type { Tx } from '../../lib/tx.ts';
import { type Chunk, insertIncoming, lockChunks } from './chunk-rows.ts';
import { type DeclaredChunk, insertLeases, type Lease } from './lease-rows.ts';

export interface Declaration extends Lease {
  /** The store holds the bytes, whoever brought them. */
  readonly isStored: boolean;
}

/** Leases the chunks of an upload that the caller has locked. A chunk that is being collected right
 *  now is left out of the answer, and so not leased. Refuses `hash-changed` where an index was
 *  declared with another hash. */
export async function declareChunks(
  tx: Tx,
  upload: { readonly id: string; readonly userId: string },
  declared: readonly DeclaredChunk[],
  now: Date,
): Promise<Declaration[]> {
  await insertIncoming(tx, declared, now);
  const locked = await lockChunks(tx, [...new Set(declared.map(({ hash }) => hash))]);
  const chunks = new Map(locked.map((chunk) => [chunk.hash, chunk]));
  const alive = declared.filter(({ hash }) => isAlive(chunks.get(hash)));
  const isHere = alive.map((chunk) => isStoredAs(chunk, chunks.get(chunk.hash)));
  const leases = await insertLeases(tx, upload.id, upload.userId, alive, isHere);
  refuseChanged(alive, leases);
  const stored = new Map(alive.map(({ index }, i) => [index, isHere[i] === true]));
  return leases.map((lease) => ({ ...lease, isStored: stored.get(lease.index) === true }));
}

function isAlive(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && chunk.state !== 'deleting';
}

// A hash that is known with another size cannot be what the client means; its bytes will tell.
function isStoredAs(expected: DeclaredChunk, chunk: Chunk | undefined): boolean {
  return chunk?.state === 'stored' && chunk.size === expected.size;
}

function refuseChanged(declared: readonly DeclaredChunk[], leases: readonly Lease[]): void {
  const leased = new Set(leases.map(({ index }) => index));
  const changed = declared.filter(({ index }) => !leased.has(index)).map(({ index }) => index);
  if (changed.length === 0) return;
  refuse('hash-changed', {
    detail: 'The file has changed since the upload began. Start another upload.',
    members: { changed },
  });
}
