import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { timed } from '../../lib/stages.ts';
import type { BlobStore, ByteRange } from '../../ports/blob-store.ts';
import { ChunkTurns } from './chunk-turns.ts';
import { DirectorySync } from './directory-sync.ts';
import { diskRefusal, errorCode } from './disk-refusal.ts';
import { writeDurably } from './durable-file.ts';
import { OpenDirectories } from './open-directories.ts';

/** Read in pieces of this many bytes: large enough that a 4 MiB chunk takes few thread-pool hops. */
const READ_PIECE_BYTES = 256 * 1024;
const FAN_OUT = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** Keeps chunks as files: `chunks/<first two hex digits>/<hash>` below the data directory. One
 *  server process at a time owns the directory. */
export class DiskBlobStore implements BlobStore {
  private readonly openDirectories = new OpenDirectories();
  private readonly directories = new DirectorySync((path) => this.openDirectories.sync(path));
  private readonly turns = new ChunkTurns();

  private constructor(private readonly root: string) {}

  /** Makes the directories that are missing and removes what a crash left half-written. */
  static async open(dataDirectory: string): Promise<DiskBlobStore> {
    const store = new DiskBlobStore(join(dataDirectory, 'chunks'));
    await rm(store.incoming, { recursive: true, force: true });
    await mkdir(store.incoming, { recursive: true });
    await Promise.all(FAN_OUT.map((name) => mkdir(join(store.root, name), { recursive: true })));
    await store.directories.sync(store.root);
    await store.directories.sync(dataDirectory);
    return store;
  }

  put(hash: string, bytes: Uint8Array): Promise<void> {
    return this.turns.put(hash, async () => {
      try {
        if (!(await this.create(hash, bytes))) await this.replace(hash, bytes);
      } catch (cause) {
        throw diskRefusal(cause);
      }
    });
  }

  async get(hash: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array>> {
    const handle = await open(this.path(hash)).catch((cause) => {
      throw diskRefusal(cause);
    });
    return handle.createReadStream({ ...range, highWaterMark: READ_PIECE_BYTES });
  }

  delete(hash: string): Promise<void> {
    return this.turns.delete(hash, async () => {
      try {
        await rm(this.path(hash), { force: true });
        await this.directories.sync(this.directory(hash));
      } catch (cause) {
        throw diskRefusal(cause);
      }
    });
  }

  async probe(): Promise<void> {
    const temporary = join(this.incoming, randomUUID());
    try {
      await writeDurably(temporary, PROBE_BYTES);
    } catch (cause) {
      throw diskRefusal(cause);
    } finally {
      await rm(temporary, { force: true }).catch(ignoreSecondFailure);
    }
  }

  /** Lets go of the directories, when nothing is being put or deleted any more. */
  close(): Promise<void> {
    return this.openDirectories.close();
  }

  /** Writes where the chunk belongs, so that one commit of the file system's journal keeps the name and
   *  the bytes; by way of another name it takes two (5 ms each under load). What a crash leaves there
   *  was recorded by nobody, and the next put replaces it. False where there is a file already. */
  private async create(hash: string, bytes: Uint8Array): Promise<boolean> {
    const path = this.path(hash);
    const sync = () => timed('directory sync', this.directories.sync(this.directory(hash)));
    try {
      await writeDurably(path, bytes, sync);
      return true;
    } catch (cause) {
      if (errorCode(cause) === 'EEXIST') return false;
      await rm(path, { force: true }).catch(ignoreSecondFailure);
      throw cause;
    }
  }

  /** Whole or not at all: the file that is there may be the one that was acknowledged. */
  private async replace(hash: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(this.incoming, randomUUID());
    try {
      await writeDurably(temporary, bytes);
      await rename(temporary, this.path(hash));
    } catch (cause) {
      await rm(temporary, { force: true }).catch(ignoreSecondFailure);
      throw cause;
    }
    await this.directories.sync(this.directory(hash));
  }

  private get incoming(): string {
    return join(this.root, 'incoming');
  }

  private directory(hash: string): string {
    return join(this.root, hash.slice(0, 2));
  }

  private path(hash: string): string {
    return join(this.directory(hash), hash);
  }
}

const PROBE_BYTES = Buffer.from('probe');

// The first failure is the one that is told; what it left is swept at the next start.
function ignoreSecondFailure(): void {}
