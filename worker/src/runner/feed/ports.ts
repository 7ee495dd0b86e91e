// What following the feed needs of the world. In the app: Dexie, fetch, a WebSocket and the clock.

import type { Change, ChangesPage } from '@satchel/shared/wire/sync';
import type { Way } from '../../engine/feed/way.ts';
import type { SnapshotEnd, Stretch } from '../../local/feed.ts';
import type { FeedPosition } from '../../local/feed-position.ts';
import type { SnapshotProgress } from '../../local/snapshot-progress.ts';
import type { SocketEars, SyncSocket } from '../../net/sync-socket.ts';
import type { Clock } from '../ports.ts';

export interface FeedStore {
  openFeed(userId: string): Promise<FeedPosition | null>;
  restartFeed(userId: string): Promise<void>;
  applyChanges(stretch: Stretch): Promise<boolean>;
  endSnapshot(end: SnapshotEnd): Promise<boolean>;
  readNodeIds(): Promise<readonly string[]>;
  keepSnapshot(progress: SnapshotProgress): Promise<void>;
  findSnapshot(userId: string): Promise<SnapshotProgress | null>;
  recordSessionEnded(): Promise<void>;
}

export interface FeedPorts {
  readonly store: FeedStore;
  readonly changes: (
    cursor: string | null,
    signal: AbortSignal,
    onNext?: (cursor: string) => void,
  ) => Promise<ChangesPage>;
  readonly openSocket: (cursor: string, ears: SocketEars) => SyncSocket;
  readonly clock: Clock;
  /** Told whenever it differs. */
  readonly onWay: (way: Way) => void;
  /** Told what is written by now. */
  readonly onApplied: (changes: readonly Change[]) => void;
}
