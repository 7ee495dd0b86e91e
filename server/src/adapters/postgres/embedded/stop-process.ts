import { setTimeout as delay } from 'node:timers/promises';

// Fast shutdown (connections are cut, everything is written), then immediate (recovery at the next
// start), then the last resort.
const STEPS = [
  { signal: 'SIGINT', waitMs: 20_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

const POLL_MS = 20;

/** Ends PostgreSQL process `pid`, the more firmly the longer it takes. */
export async function stopProcess(pid: number, isAlive: () => Promise<boolean>): Promise<void> {
  for (const { signal, waitMs } of STEPS) {
    if (!(await isAlive())) return;
    sendSignal(pid, signal);
    if (await endsWithin(waitMs, isAlive)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end`);
}

/** Sends a signal to a process that may just have ended. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function endsWithin(waitMs: number, isAlive: () => Promise<boolean>): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < waitMs; waitedMs += POLL_MS) {
    if (!(await isAlive())) return true;
    await delay(POLL_MS);
  }
  return false;
}
