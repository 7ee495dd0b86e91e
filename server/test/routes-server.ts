import { createHttpApp, type HttpOptions } from '../src/http/http-app.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { type RunningServer, startServer } from '../src/http/server.ts';
import type { Log } from '../src/lib/log.ts';
import type { Route } from '../src/lib/route.ts';
import { WireClient } from './wire-client.ts';

/** One line of a log, as it was given. */
interface LogLine {
  readonly level: keyof Log;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface RoutesServer {
  readonly origin: string;
  readonly client: WireClient;
  readonly lines: readonly LogLine[];
  readonly server: RunningServer;
}

/** Routes of a test's own, under `/api/v1`, behind everything that every request meets. Whoever sends
 *  the token `known` is signed in. */
export async function startRoutes(
  routes: readonly Route[],
  options: Partial<HttpOptions> = {},
): Promise<RoutesServer> {
  const lines: LogLine[] = [];
  const caller = { userId: 'user', displayName: 'Anna', sessionId: 'session' };
  const app = createHttpApp(
    { log: collect(lines), metrics: createMetrics(), ...options },
    {
      authenticate: async (token) => (token === 'known' ? { caller } : null),
      once: () => async (present, act) => present(await act(() => Promise.reject(new Error()))),
    },
    [{ prefix: '/api/v1', routes }],
  );
  const server = await startServer(app.callback(), { host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${server.port}`;
  return { origin, client: new WireClient(origin), lines, server };
}

function collect(lines: LogLine[]): Log {
  const write = (level: keyof Log) => (fields: object, message: string) =>
    lines.push({ level, fields: { ...fields }, message });
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
