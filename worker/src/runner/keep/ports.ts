// What the keeper needs of the world. In the app: Dexie, fetch, the clock and the browser's estimate.

import type { Digest } from '../../digest/digest.ts';
import type { KeptContent } from '../../engine/keep/content.ts';
import type { KeepProgress } from '../../engine/keep/progress.ts';
import type { Estimate } from '../../engine/keep/room.ts';
import type { TransferLimits } from '../../engine/transfer-limits.ts';
import type { Planned } from '../../local/keep-plan.ts';
import type { KeptChunkRow } from '../../local/kept-rows.ts';
import type { ContentApi } from '../../net/content-api.ts';
import type { Clock } from '../ports.ts';

export interface KeepStore {
  /** Who is signed in; null when nobody is. */
  findSignedIn(): Promise<string | null>;
  recordSessionEnded(): Promise<void>;
  readTransferLimits(): Promise<TransferLimits>;
  /** Whether uploads of this person are under way: they go first. */
  isUploading(userId: string): Promise<boolean>;
  /** Whether anything is pinned or kept. */
  hasKept(userId: string): Promise<boolean>;
  /** Whether anything is left to fetch now. */
  hasKeepWork(userId: string): Promise<boolean>;
  planKept(
    userId: string,
    facts: { readonly recentLimitBytes: number; readonly now: number },
  ): Promise<Planned>;
  readKeptIndexes(contentHash: string): Promise<ReadonlySet<number>>;
  findKeptChunk(hash: string): Promise<Blob | ArrayBuffer | undefined>;
  /** False where the content is not wanted any more. Throws a quota error where there is no room. */
  putKeptChunk(chunk: KeptChunkRow, content: KeptContent): Promise<boolean>;
  writeKeptContent(content: KeptContent): Promise<void>;
  completeContent(contentHash: string): Promise<boolean>;
  giveUpContent(content: KeptContent): Promise<void>;
  /** Drops what nobody has asked to keep; gives whether there was any. */
  makeRoom(): Promise<boolean>;
  writePinProgress(userId: string, progress: ReadonlyMap<string, KeepProgress>): Promise<void>;
}

export interface KeepPorts {
  readonly store: KeepStore;
  readonly contents: ContentApi;
  readonly clock: Clock;
  readonly digest: Digest;
  /** Whether each byte may cost money. */
  readonly isMetered: () => boolean;
  /** What the browser says of its room; null where it says nothing. */
  readonly estimate: () => Promise<Estimate | null>;
}
