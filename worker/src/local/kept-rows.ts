// What the tables of kept content hold.

import type { KeptContent } from '../engine/keep/content.ts';
import type { KeepProgress } from '../engine/keep/progress.ts';

/** Somebody wants a file, or everything under a folder, to be here without the network. */
export interface PinRow {
  readonly userId: string;
  readonly nodeId: string;
  readonly pinnedAt: number;
  /** Null until it has been looked at for the first time. */
  readonly progress: KeepProgress | null;
}

export interface KeptContentRow extends KeptContent {
  /** Nobody else on this browser is served from it. */
  readonly userId: string;
}

/** A chunk whose digest was right when it came. */
export interface KeptChunkRow {
  readonly contentHash: string;
  readonly index: number;
  readonly hash: string;
  /** Small ones lie in the row itself: a Blob costs the browser a file of its own. */
  readonly bytes: Blob | ArrayBuffer;
}
