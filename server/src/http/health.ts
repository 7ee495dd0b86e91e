import type { Log } from '../lib/log.ts';
import { refuse } from '../lib/refuse.ts';
import { ok, type Route, route } from '../lib/route.ts';

/** Something that must answer before this server can serve. */
export interface Probe {
  readonly name: string;
  run(): Promise<unknown>;
}

const PROBE_TIMEOUT_MS = 2_000;

/** `/healthz`: the process lives. `/readyz`: it can serve, for every store answers. */
export function healthRoutes(probes: readonly Probe[], log: Log): Route[] {
  return [
    route({
      method: 'GET',
      path: '/healthz',
      access: 'public',
      handle: async () => ok({ status: 'alive' }),
    }),
    route({
      method: 'GET',
      path: '/readyz',
      access: 'public',
      handle: async () => {
        const failed = await findFailed(probes, log);
        if (failed.length > 0) refuse('storage-unavailable', { members: { failed } });
        return ok({ status: 'ready' });
      },
    }),
  ];
}

async function findFailed(probes: readonly Probe[], log: Log): Promise<string[]> {
  const names = probes.map(async ({ name, run }) => {
    try {
      await Promise.race([run(), failAfter(PROBE_TIMEOUT_MS)]);
      return [];
    } catch (error) {
      log.warn({ err: error, store: name }, 'a store does not answer');
      return [name];
    }
  });
  return (await Promise.all(names)).flat();
}

function failAfter(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), milliseconds).unref();
  });
}
