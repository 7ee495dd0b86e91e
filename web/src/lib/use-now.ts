import { useSyncExternalStore } from 'react';

const STEP_MS = 20_000;

const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, in steps short enough for "5 min ago". All who ask share one timer. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, STEP_MS);
  // The clock stands while nobody looks; the first to look again must not read an old time.
  if (Date.now() - now.getTime() > STEP_MS) now = new Date();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = new Date();
  for (const listener of listeners) listener();
}
