// Fetches what is missing of one content. Each chunk counts once its digest was right; killed at any
// moment, it goes on behind the chunks that counted.

import { chunkCount, chunkLength } from '@satchel/shared/chunk-plan';
import { contentHash } from '@satchel/shared/content-hash';
import type { Manifest } from '@satchel/shared/wire/manifest';
import type { KeptContent } from '../../engine/keep/content.ts';
import { advanced } from '../../engine/keep/refusal.ts';
import { wrongBytes } from '../../net/api-error.ts';
import type { KeepWork } from './keep-work.ts';

/** Chunks of one content under way at once; over all, the throttle decides. */
const AT_ONCE = 4;
/** Smaller ones lie in their row. */
const INLINE_BYTES = 64 * 1024;

/** Resolves when it is here as a whole, is not wanted any more, or the pass is to end. Throws what
 *  the first failure was. */
export async function keepContent(pass: KeepWork, begun: KeptContent): Promise<void> {
  const { store } = pass.ports;
  const here = await store.readKeptIndexes(begun.contentHash);
  const count = chunkCount(begun.sizeBytes);
  const hand = new Hand(pass, { ...begun, bytesKept: bytesOf(begun.sizeBytes, here) });
  if (here.size < count) {
    const hashes = count > 1 ? await readHashes(pass, begun) : [null];
    if (hashes === null) return;
    const missing = hashes.flatMap((hash, index) => (here.has(index) ? [] : [{ index, hash }]));
    await hand.fetch(missing);
  }
  if (hand.isGivenUp) return;
  if (!(await store.completeContent(begun.contentHash))) return;
  const { sizeBytes } = begun;
  pass.note({ ...hand.content, state: 'kept', bytesKept: sizeBytes, why: null });
}

function bytesOf(sizeBytes: number, indexes: ReadonlySet<number>): number {
  return [...indexes].reduce((sum, index) => sum + chunkLength(sizeBytes, index), 0);
}

/** The digests of the chunks, proved by the hash of the content; null where the pass is to end. */
async function readHashes(pass: KeepWork, content: KeptContent): Promise<string[] | null> {
  if (!(await pass.isReady())) return null;
  const manifest = await pass.ports.contents.manifest(content.source, pass.signal);
  await pass.arrived(0);
  const hashes = manifest.chunks.map(({ hash }) => hash);
  const isTrue = hasSizes(manifest, content.sizeBytes) && (await isOf(pass, content, hashes));
  if (!isTrue) throw wrongBytes();
  return hashes;
}

function hasSizes({ chunks }: Manifest, sizeBytes: number): boolean {
  if (chunks.length !== chunkCount(sizeBytes)) return false;
  return chunks.every(({ size }, index) => size === chunkLength(sizeBytes, index));
}

async function isOf(pass: KeepWork, content: KeptContent, hashes: readonly string[]) {
  return (await contentHash(hashes, pass.ports.digest)) === content.contentHash;
}

interface Missing {
  readonly index: number;
  /** Null for the only chunk there is: the hash of the content proves it. */
  readonly hash: string | null;
}

/** One content in the making. */
class Hand {
  content: KeptContent;
  /** Not wanted any more, or the pass is to end. */
  isGivenUp = false;
  readonly #pass: KeepWork;
  #failure: { readonly error: unknown } | null = null;

  constructor(pass: KeepWork, content: KeptContent) {
    this.#pass = pass;
    this.content = content;
  }

  async fetch(missing: readonly Missing[]): Promise<void> {
    const left = missing.values();
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#fetchFrom(left)));
    if (this.#failure !== null) throw this.#failure.error;
  }

  async #fetchFrom(left: IterableIterator<Missing>): Promise<void> {
    for (const chunk of left) {
      if (this.#failure !== null || this.isGivenUp) return;
      try {
        await this.#fetchOne(chunk);
      } catch (error) {
        this.#failure ??= { error };
      }
    }
  }

  async #fetchOne({ index, hash }: Missing): Promise<void> {
    const bytes = chunkLength(this.content.sizeBytes, index);
    if (!(await this.#pass.takePlace(bytes))) {
      this.isGivenUp = true;
      return;
    }
    try {
      const chunk = await this.#read(index, hash);
      if (chunk.byteLength !== bytes) throw wrongBytes();
      const found = await this.#pass.ports.digest(chunk);
      const isRight =
        hash === null ? await isOf(this.#pass, this.content, [found]) : found === hash;
      if (!isRight) throw wrongBytes();
      await this.#keep(index, found, chunk);
    } finally {
      this.#pass.givePlace();
    }
  }

  /** A new version shares most of its chunks with the one before: those are here already. */
  async #read(index: number, hash: string | null): Promise<ArrayBuffer> {
    const { store, contents } = this.#pass.ports;
    const known = hash === null ? undefined : await store.findKeptChunk(hash);
    if (known !== undefined) return known instanceof Blob ? known.arrayBuffer() : known;
    const chunk = await contents.chunk(this.content.source, index, this.#pass.signal);
    await this.#pass.arrived(chunk.byteLength);
    return chunk;
  }

  async #keep(index: number, hash: string, chunk: ArrayBuffer): Promise<void> {
    const { contentHash } = this.content;
    const bytes = chunk.byteLength > INLINE_BYTES ? new Blob([chunk]) : chunk;
    this.content = advanced(this.content, chunk.byteLength);
    const isWanted = await this.#pass.ports.store.putKeptChunk(
      { contentHash, index, hash, bytes },
      this.content,
    );
    if (isWanted) this.#pass.note(this.content);
    else this.isGivenUp = true;
  }
}
