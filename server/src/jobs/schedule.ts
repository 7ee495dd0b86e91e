import type { Log } from '../lib/log.ts';

/** Work that comes round by itself. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<unknown>;
}

/** Runs each job right away and then `everyMs` after it last ended, so a job never overlaps itself
 *  within a process. One that fails is logged and tried again in its turn. Returns how to stop:
 *  resolved once nothing runs any more. */
export function schedule(jobs: readonly Job[], log: Log): () => Promise<void> {
  const stopped = new AbortController();
  const loops = jobs.map((job) => repeat(job, log, stopped.signal));
  return async () => {
    stopped.abort();
    await Promise.all(loops);
  };
}

async function repeat(job: Job, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await job.run();
    } catch (error) {
      log.warn({ err: error, job: job.name }, 'a job failed');
    }
    await pause(job.everyMs, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
