import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join, resolve } from 'node:path';
import { DiskBlobStore } from './adapters/disk/disk-blob-store.ts';
import { MemoryBus } from './adapters/memory/bus.ts';
import { systemClock } from './adapters/memory/clock.ts';
import { MemoryRateLimiter } from './adapters/memory/rate-limiter.ts';
import { createPinoLog } from './adapters/pino/pino-log.ts';
import { AdvisoryTurns } from './adapters/postgres/advisory-turns.ts';
import { awaitPostgres } from './adapters/postgres/await-postgres.ts';
import { startEmbeddedPostgres } from './adapters/postgres/embedded/embedded-postgres.ts';
import { migrate } from './adapters/postgres/migrate.ts';
import { type PostgresAddress, PostgresDatabase } from './adapters/postgres/pool.ts';
import { type Config, describeConfig, parseConfig } from './config.ts';
import { createAdmin } from './http/admin.ts';
import { createApp } from './http/app.ts';
import { createMetrics } from './http/metrics.ts';
import { type RunningServer, startServer, type Upgrade } from './http/server.ts';
import { housekeeping } from './jobs/housekeeping.ts';
import { schedule } from './jobs/schedule.ts';
import { Closing } from './lib/closing.ts';
import { letHeapGrow } from './lib/heap-growth.ts';
import type { Log } from './lib/log.ts';
import { StartRefused } from './lib/start-refused.ts';
import type { Bus } from './ports/bus.ts';
import { createFeedSocket } from './socket/feed-socket.ts';
import { explainDataDirectory, explainListen } from './start-faults.ts';

// The same from `server/src` as from `server/dist`.
const ROOT = resolve(import.meta.dirname, '../..');
const MIGRATIONS = join(ROOT, 'migrations');
const WEB = join(ROOT, 'web/dist');
const LOOPBACK = '127.0.0.1';
// One Ctrl-C comes twice: from the terminal, and again from npm, which passes it on.
const SAME_KEYSTROKE_MS = 500;

await run();

/** One process: starts everything, says where it is, and stops everything on a signal. */
async function run(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(describeConfig());
  letHeapGrow();
  const closing = new Closing();
  const isStopping = stopOnSignals(closing);
  try {
    const config = parseConfig(process.env);
    const server = await start(config, closing);
    console.log(`Satchel is at ${addressOf(config, server)}`);
  } catch (error) {
    // Asked to stop while it was starting, it fails for want of what is already closed.
    if (isStopping()) return;
    console.error(error instanceof StartRefused ? error.message : error);
    await closing.close().catch(() => {});
    process.exit(1);
  }
}

/** Builds the server out of its parts. Each part that has to be closed is noted as it opens, so a
 *  failure half-way closes what was open. */
async function start(config: Config, closing: Closing): Promise<RunningServer> {
  const log = createPinoLog(config.logLevel, process.stderr);
  const bus = new MemoryBus();
  const { db, turns } = await openDatabase(config, { log, bus }, closing);
  const blobs = await openBlobStore(config, closing);
  const metrics = createMetrics();
  const { signup, defaultQuotaBytes, publicUrl, host, port, adminPort } = config;
  const deps = { db, blobs, clock: systemClock, bus, log, metrics };
  const limiter = new MemoryRateLimiter();
  const web = existsSync(WEB) ? { webDirectory: WEB } : {};
  const app = createApp({ ...deps, ...web, limiter, signup, defaultQuotaBytes, publicUrl });
  closing.add(schedule(housekeeping(deps), { log, turns }));
  if (adminPort !== undefined) {
    await listen(createAdmin(metrics), 'ADMIN_PORT', LOOPBACK, adminPort, closing);
  }
  const feed = createFeedSocket({ ...deps, publicUrl });
  const server = await listen(app.callback(), 'PORT', host, port, closing, feed.upgrade);
  closing.add(() => feed.close());
  return server;
}

interface Listeners {
  readonly log: Log;
  readonly bus: Bus;
}

async function openDatabase(config: Config, { log, bus }: Listeners, closing: Closing) {
  const address = await openPostgres(config, log, closing);
  await migrate(address, MIGRATIONS, log);
  const db = new PostgresDatabase(address, { log, bus });
  closing.add(() => db.close());
  return { db, turns: new AdvisoryTurns(address) };
}

async function openPostgres(config: Config, log: Log, closing: Closing): Promise<PostgresAddress> {
  if (config.databaseUrl !== undefined) {
    const address = { connectionString: config.databaseUrl };
    await awaitPostgres(address);
    return address;
  }
  await ensureWritable(config);
  const directory = join(config.dataDir, 'postgres');
  const postgres = await startEmbeddedPostgres({ directory, log });
  closing.add(() => postgres.stop());
  return postgres.address;
}

async function openBlobStore(config: Config, closing: Closing): Promise<DiskBlobStore> {
  await ensureWritable(config);
  const blobs = await DiskBlobStore.open(config.dataDir);
  closing.add(() => blobs.close());
  return blobs;
}

async function ensureWritable(config: Config): Promise<void> {
  try {
    await mkdir(config.dataDir, { recursive: true });
    await access(config.dataDir, constants.W_OK);
  } catch (error) {
    throw explainDataDirectory(error, config);
  }
}

async function listen(
  listener: RequestListener,
  variable: string,
  host: string,
  port: number,
  closing: Closing,
  upgrade?: Upgrade,
): Promise<RunningServer> {
  try {
    const server = await startServer(listener, { host, port }, upgrade);
    closing.add(() => server.stop());
    return server;
  } catch (error) {
    throw explainListen(error, variable, host, port);
  }
}

function addressOf(config: Config, { host, port }: RunningServer): string {
  if (config.publicUrl !== undefined) return config.publicUrl.origin;
  const isAny = host === '0.0.0.0' || host === '::';
  const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** The first signal lets what is under way end, a later one does not wait for it. Returns
 *  whether one has come. */
function stopOnSignals(closing: Closing): () => boolean {
  let stoppingSince: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince === undefined) {
        stoppingSince = performance.now();
        stop(closing);
      } else if (performance.now() - stoppingSince > SAME_KEYSTROKE_MS) {
        process.exit(1);
      }
    });
  }
  return () => stoppingSince !== undefined;
}

function stop(closing: Closing): void {
  closing.close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
