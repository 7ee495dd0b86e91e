interface Waiter {
  readonly owner: string;
  take(buffer: Buffer): void;
}

export interface BufferPoolLimits {
  readonly bufferBytes: number;
  readonly buffers: number;
  /** So that one person with many slow connections cannot take the pool from everyone else. */
  readonly buffersPerOwner: number;
}

/** A fixed number of reused buffers. Whoever comes when all are out waits, first come first served,
 *  and reads nothing from the network meanwhile: however many upload, memory stays the same. */
export class BufferPool {
  private readonly idle: Buffer[] = [];
  private readonly waiting: Waiter[] = [];
  private readonly held = new Map<string, number>();
  private made = 0;

  constructor(private readonly limits: BufferPoolLimits) {}

  /** Lends a buffer for as long as `work` runs. Rejects with the signal's reason when it aborts
   *  while there is still none to lend. The buffer holds whatever its last user left in it. */
  async lend<Result>(
    owner: string,
    signal: AbortSignal,
    work: (buffer: Buffer) => Promise<Result>,
  ): Promise<Result> {
    const buffer = await this.take(owner, signal);
    try {
      return await work(buffer);
    } finally {
      this.giveBack(owner, buffer);
    }
  }

  /** Whether anybody waits for a buffer. */
  get isWanted(): boolean {
    return this.waiting.length > 0;
  }

  private take(owner: string, signal: AbortSignal): Promise<Buffer> {
    if (signal.aborted) return Promise.reject(signal.reason);
    const buffer = this.mayTake(owner) ? this.available() : undefined;
    if (buffer === undefined) return this.wait(owner, signal);
    this.count(owner, 1);
    return Promise.resolve(buffer);
  }

  private wait(owner: string, signal: AbortSignal): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(signal.reason);
      };
      const waiter: Waiter = {
        owner,
        take: (buffer) => {
          signal.removeEventListener('abort', leave);
          resolve(buffer);
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(waiter);
    });
  }

  private giveBack(owner: string, buffer: Buffer): void {
    this.count(owner, -1);
    this.idle.push(buffer);
    const next = this.waiting.findIndex((waiter) => this.mayTake(waiter.owner));
    const [waiter] = next < 0 ? [] : this.waiting.splice(next, 1);
    if (waiter === undefined) return;
    this.count(waiter.owner, 1);
    waiter.take(this.idle.pop() ?? buffer);
  }

  private mayTake(owner: string): boolean {
    return (this.held.get(owner) ?? 0) < this.limits.buffersPerOwner;
  }

  private available(): Buffer | undefined {
    if (this.idle.length > 0 || this.made === this.limits.buffers) return this.idle.pop();
    this.made++;
    return Buffer.allocUnsafeSlow(this.limits.bufferBytes);
  }

  private count(owner: string, by: number): void {
    const count = (this.held.get(owner) ?? 0) + by;
    if (count === 0) this.held.delete(owner);
    else this.held.set(owner, count);
  }
}
