import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from '../../lib/tx.ts';
import { markReceived, type ReceivedChunk } from './lease-rows.ts';

interface Waiting {
  readonly chunk: ReceivedChunk;
  resolve(isRecorded: boolean): void;
  reject(cause: unknown): void;
}

/** So that one statement stays short however many are waiting. */
const MAX_TOGETHER = 64;

/** Records chunks whose bytes are durable. Those that arrive in the same turn of the event loop, or
 *  while a transaction runs, are recorded together: one commit, and one flush of the log, serves many. */
export class ReceivedChunks {
  private waiting: Waiting[] = [];
  private isRunning = false;

  constructor(private readonly db: Pick<Database, 'transactStatement'>) {}

  /** Resolves once the record is durable: false where the upload has ended meanwhile, and nothing
   *  was recorded. */
  record(chunk: ReceivedChunk): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ chunk, resolve, reject });
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.waiting.length > 0) {
      // One commit of the file system's journal makes several files durable, so several come at once,
      // each from its own thread. A turn costs nothing beside the flush that it saves.
      await turn();
      await this.recordTogether(this.waiting.splice(0, MAX_TOGETHER));
    }
    this.isRunning = false;
  }

  private async recordTogether(batch: readonly Waiting[]): Promise<void> {
    try {
      const chunks = batch.map(({ chunk }) => chunk);
      const recorded = await this.db.transactStatement((tx) => markReceived(tx, chunks));
      const keys = new Set(recorded.map(key));
      for (const { chunk, resolve } of batch) resolve(keys.has(key(chunk)));
    } catch (cause) {
      for (const { reject } of batch) reject(cause);
    }
  }
}

function key({ uploadId, index }: Pick<ReceivedChunk, 'uploadId' | 'index'>): string {
  return `${uploadId}/${index}`;
}
