import type { BlobStore, ByteRange } from '../../ports/blob-store.ts';

/** A chunk, or a part of one. */
export interface Piece {
  readonly hash: string;
  readonly size: number;
  readonly range?: ByteRange;
}

/** A piece that the store has found, of which nothing has been read. */
interface OpenPiece {
  readonly piece: Piece;
  readonly iterator: AsyncIterator<Uint8Array>;
}

type PieceIterator = AsyncIterator<Piece, void> | Iterator<Piece, undefined>;

/** The bytes of pieces one after the other. While one is being read the next one is opened, so the
 *  store's delay is not felt between chunks; never more than these two are open. */
export async function* readPieces(
  blobs: BlobStore,
  pieces: PieceIterator,
): AsyncGenerator<Uint8Array, void> {
  let current = await openNext(blobs, pieces);
  while (current !== undefined) {
    const next = openNext(blobs, pieces);
    // It is awaited below; until then a failure is nobody's.
    next.catch(ignore);
    let isRead = false;
    try {
      yield* bytesOf(current);
      isRead = true;
    } finally {
      if (!isRead) await closeBoth(current, next);
    }
    current = await next;
  }
}

async function openNext(blobs: BlobStore, pieces: PieceIterator): Promise<OpenPiece | undefined> {
  const { done, value: piece } = await pieces.next();
  if (done || piece === undefined) return undefined;
  const bytes = await blobs.get(piece.hash, piece.range);
  return { piece, iterator: bytes[Symbol.asyncIterator]() };
}

async function* bytesOf({ piece, iterator }: OpenPiece): AsyncGenerator<Uint8Array, void> {
  let rest = piece.size;
  for (let part = await iterator.next(); !part.done; part = await iterator.next()) {
    rest -= part.value.byteLength;
    if (rest < 0) break;
    yield part.value;
  }
  // The length was promised to the client: bytes of the next answer must not fill the gap.
  if (rest !== 0) throw new Error(`chunk ${piece.hash} does not have its recorded length`);
}

async function closeBoth(current: OpenPiece, next: Promise<OpenPiece | undefined>): Promise<void> {
  await current.iterator.return?.();
  const ahead = await next.catch(ignore);
  // Only an iterator that has been started lets go of what it holds when it is told to return.
  await ahead?.iterator.next().catch(ignore);
  await ahead?.iterator.return?.();
}

function ignore(): undefined {
  return undefined;
}
