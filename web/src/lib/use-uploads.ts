import type { UploadRow } from '@satchel/worker/local/uploads';
import { watchUploads } from '@satchel/worker/local/watch-uploads';
import { useCallback, useSyncExternalStore } from 'react';

const REST_MS = 250;

interface Watch {
  rows: readonly UploadRow[] | undefined;
  readonly listeners: Set<() => void>;
  readonly stop: () => void;
}

// One watch a person, however many places of the screen look at it.
const watches = new Map<string, Watch>();

/** The uploads of one person in the order of the queue; undefined until they are known. */
export function useUploads(userId: string): readonly UploadRow[] | undefined {
  const subscribe = useCallback((listener: () => void) => join(userId, listener), [userId]);
  return useSyncExternalStore(subscribe, () => watches.get(userId)?.rows);
}

function join(userId: string, listener: () => void): () => void {
  const watch = watches.get(userId) ?? begin(userId);
  watch.listeners.add(listener);
  return () => {
    watch.listeners.delete(listener);
    if (watch.listeners.size > 0) return;
    watch.stop();
    watches.delete(userId);
  };
}

function begin(userId: string): Watch {
  const watch: Watch = {
    rows: undefined,
    listeners: new Set(),
    stop: watchUploads(userId, (rows) => show(watch, rows), REST_MS),
  };
  watches.set(userId, watch);
  return watch;
}

function show(watch: Watch, rows: readonly UploadRow[]): void {
  watch.rows = rows;
  for (const listener of watch.listeners) listener();
}
