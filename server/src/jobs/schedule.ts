import type { Log } from '../lib/log.ts';
import type { Turns } from '../ports/turns.ts';

/** Work that comes round by itself. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** Must stop before its next step once `signal` aborts: this server stops, or another may begin. */
  run(signal: AbortSignal): Promise<unknown>;
}

export interface ScheduleDeps {
  readonly log: Log;
  readonly turns: Turns;
}

// Servers that were started together do not ask for their turns together for ever.
const JITTER = 0.1;

/** Runs each job right away and then about `everyMs` after it last ended, on one server at a time. One
 *  that fails is logged and tried again in its turn. Returns how to stop: resolved once nothing runs
 *  any more. */
export function schedule(jobs: readonly Job[], deps: ScheduleDeps): () => Promise<void> {
  const stopped = new AbortController();
  const loops = jobs.map((job) => repeat(job, deps, stopped.signal));
  return async () => {
    stopped.abort();
    await Promise.all(loops);
  };
}

async function repeat(job: Job, { log, turns }: ScheduleDeps, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    try {
      await turns.take(job.name, async (lost) => {
        await job.run(AbortSignal.any([stopped, lost]));
      });
    } catch (error) {
      log.warn({ err: error, job: job.name }, 'a job failed');
    }
    await pause(job.everyMs * (1 + JITTER * Math.random()), stopped);
  }
}

function pause(ms: number, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stopped.addEventListener('abort', end);
  });
}
