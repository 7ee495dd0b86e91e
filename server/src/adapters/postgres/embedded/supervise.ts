import { setTimeout as delay } from 'node:timers/promises';
import { clearOrphan } from './orphan.ts';
import { type Postmaster, type PostmasterInput, startPostmaster } from './postmaster.ts';
import { sendSignal } from './stop-process.ts';

const FIRST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Starts PostgreSQL, and starts it again whenever it ends by itself. Returns how to stop it for
 *  good. The first start gives up after some attempts; later ones never do, for by then there is
 *  work that waits. */
export async function supervise(input: PostmasterInput): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let current = await startPatiently(input, stopping.signal, FIRST_ATTEMPTS);
  // Should this process end without `stop` (a fault, `process.exit`), PostgreSQL ends too.
  const onExit = () => sendSignal(current.pid, 'SIGINT');
  process.once('exit', onExit);

  const kept = (async () => {
    for (;;) {
      await current.ended;
      if (stopping.signal.aborted) return;
      input.log.error({ pid: current.pid }, 'PostgreSQL ended by itself, starting it again');
      current = await startPatiently(input, stopping.signal, Number.POSITIVE_INFINITY);
      input.log.warn({ pid: current.pid }, 'PostgreSQL is back');
      // Asked to stop while it was starting.
      if (stopping.signal.aborted) await current.stop();
    }
  })();
  // It only ever rejects because it was told to stop.
  kept.catch(() => {});

  return async () => {
    stopping.abort();
    await current.stop();
    await kept.catch(() => {});
    process.off('exit', onExit);
  };
}

/** Right after a crash a start may fail: processes of the predecessor still hold its memory. */
async function startPatiently(
  input: PostmasterInput,
  signal: AbortSignal,
  attempts: number,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await clearOrphan(input.cluster, input.log);
      return await startPostmaster(input);
    } catch (error) {
      if (attempt >= attempts || signal.aborted) throw error;
      input.log.warn({ err: error, attempt }, 'PostgreSQL did not start, trying again');
    }
    await delay(Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS), null, { signal });
  }
}
