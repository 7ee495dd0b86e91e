import { createHash, randomBytes } from 'node:crypto';

export const CHUNK_BYTES = 4 * 1024 * 1024;

/** Chunks that are all different, without holding them all: one random block whose first bytes are
 *  a random run number and the index. */
export class ChunkSource {
  readonly hashes: readonly string[];
  private readonly block = randomBytes(CHUNK_BYTES);
  private readonly perConnection = new Map<number, Buffer>();

  constructor(chunks: number) {
    this.hashes = Array.from({ length: chunks }, (_, index) => {
      this.block.writeUInt32BE(index);
      return createHash('sha256').update(this.block).digest('hex');
    });
  }

  /** Chunk `index` in the buffer of a connection, where it stays until that connection's next. */
  chunk(index: number, connection: number): Buffer {
    const known = this.perConnection.get(connection);
    const buffer = known ?? Buffer.from(this.block);
    if (known === undefined) this.perConnection.set(connection, buffer);
    buffer.writeUInt32BE(index);
    return buffer;
  }
}
