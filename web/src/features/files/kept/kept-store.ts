import type { Shown } from '@satchel/worker/local/kept-states';
import { create } from 'zustand';

/** What a row says of being kept offline. `text` is for screen readers and whoever points at it. */
export interface KeptMark {
  readonly is: Shown['state'];
  readonly text: string;
  readonly percent: number;
}

interface KeptState {
  readonly marks: ReadonlyMap<string, KeptMark>;
  readonly pinnedIds: ReadonlySet<string>;
  /** The name of the pinned folder that the folder on the screen is, or lies under. */
  readonly keptWith: string | null;
}

const NOTHING: KeptState = { marks: new Map(), pinnedIds: new Set(), keptWith: null };

/** What is kept offline of the folder on the screen. */
export const useKeptStore = create<KeptState>(() => NOTHING);

export function showKept(kept: KeptState): void {
  useKeptStore.setState(kept);
}
