// Keeps the chunks of one file in order, while those that follow are still being hashed.

import type { StagedPart } from '../local/staged-chunks.ts';

/** Rows are written at most this often for one file: each write wakes every screen. */
const WRITE_EVERY_MS = 250;
/** Hashing gets no further ahead of writing. */
const MOST_WAITING = 32;

export interface WritingDeps {
  readonly now: () => number;
  /** Gives the ids whose next part is still wanted. */
  readonly store: (parts: readonly StagedPart[]) => Promise<Set<string>>;
}

export class PartWriter {
  isWanted = true;
  readonly #deps: WritingDeps;
  readonly #uploadId: string;
  #firstIndex: number;
  #waiting: StagedPart['chunks'][number][] = [];
  #write: Promise<void> | null = null;
  #failure: { readonly error: unknown } | null = null;
  #begunAt = Number.NEGATIVE_INFINITY;

  constructor(deps: WritingDeps, uploadId: string, firstIndex: number) {
    this.#deps = deps;
    this.#uploadId = uploadId;
    this.#firstIndex = firstIndex;
  }

  /** Throws what an earlier write threw. */
  async add(chunk: StagedPart['chunks'][number]): Promise<void> {
    this.#waiting.push(chunk);
    if (this.#waiting.length >= MOST_WAITING) await this.#write;
    this.#throwFailure();
    const isDue = this.#deps.now() - this.#begunAt >= WRITE_EVERY_MS;
    if (this.#write === null && this.isWanted && isDue) this.#begin();
  }

  /** Resolves when all that was added is kept, or no longer wanted. Throws what a write threw. */
  async finish(): Promise<void> {
    await this.#write;
    this.#throwFailure();
    if (!this.isWanted || this.#waiting.length === 0) return;
    this.#begin();
    await this.#write;
    this.#throwFailure();
  }

  #begin(): void {
    const chunks = this.#waiting;
    const part = { uploadId: this.#uploadId, firstIndex: this.#firstIndex, chunks };
    this.#firstIndex += chunks.length;
    this.#waiting = [];
    this.#begunAt = this.#deps.now();
    this.#write = this.#keep(part);
  }

  async #keep(part: StagedPart): Promise<void> {
    try {
      const wanted = await this.#deps.store([part]);
      this.isWanted = wanted.has(this.#uploadId);
    } catch (error) {
      this.#failure = { error };
    } finally {
      this.#write = null;
    }
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
