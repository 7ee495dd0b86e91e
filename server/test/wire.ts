import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { User } from '@satchel/shared/wire/users';
import { DiskBlobStore } from '../src/adapters/disk/disk-blob-store.ts';
import { MemoryBus } from '../src/adapters/memory/bus.ts';
import { ManualClock } from '../src/adapters/memory/clock.ts';
import { MemoryRateLimiter } from '../src/adapters/memory/rate-limiter.ts';
import { type AppDeps, createApp } from '../src/http/app.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { startServer } from '../src/http/server.ts';
import { SILENT } from '../src/lib/log.ts';
import type { Bus } from '../src/ports/bus.ts';
import type { Pace } from '../src/socket/feed-hub.ts';
import { createFeedSocket } from '../src/socket/feed-socket.ts';
import { createTestDatabase } from './database.ts';
import { WireClient } from './wire-client.ts';

export const PASSWORD = 'correct horse battery';

/** Somebody with an account, signed in. */
export class Person extends WireClient {
  constructor(
    client: WireClient,
    readonly user: User,
    readonly password: string,
  ) {
    super(client.origin, client.cookies);
  }
}

type WorldDeps = AppDeps & {
  readonly clock: ManualClock;
  readonly blobs: DiskBlobStore;
  readonly bus: Bus;
};

/** The whole server on a port of its own, over a database and a directory of its own. Its clock stands
 *  still until a test moves it. */
export interface World {
  readonly origin: string;
  readonly deps: WorldDeps;
  /** Where its chunks are. */
  readonly directory: string;
  /** Somebody who is not signed in. */
  visitor(): WireClient;
  signUp(name?: string): Promise<Person>;
  /** Signs the same person in on another device. */
  signIn(person: Person, headers?: Readonly<Record<string, string>>): Promise<Person>;
  stop(): Promise<void>;
}

/** Usual in `beforeAll`, with `stop` in `afterAll`. `overrides` replace what the app is given. */
export async function startWorld(
  overrides: Partial<WorldDeps> = {},
  pace: Partial<Pace> = {},
): Promise<World> {
  const bus = overrides.bus ?? new MemoryBus();
  const database = await createTestDatabase(undefined, bus);
  const directory = await mkdtemp(join(tmpdir(), 'satchel-wire-'));
  const deps = { ...(await defaultDeps(directory)), bus, db: database.db, ...overrides };
  const feed = createFeedSocket(deps, pace);
  const address = { host: '127.0.0.1', port: 0 };
  const server = await startServer(createApp(deps).callback(), address, feed.upgrade);
  const origin = `http://127.0.0.1:${server.port}`;
  let people = 0;
  return {
    origin,
    deps,
    directory,
    visitor: () => new WireClient(origin),
    signUp: (name) => {
      people += 1;
      return signUp(new WireClient(origin), name ?? `Person ${people}`, people);
    },
    signIn: (person, headers) => signIn(new WireClient(origin), person, headers),
    async stop() {
      await feed.close();
      await server.stop(0);
      await database.drop();
      await deps.blobs.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function defaultDeps(directory: string): Promise<Omit<WorldDeps, 'db' | 'bus'>> {
  return {
    blobs: await DiskBlobStore.open(directory),
    clock: new ManualClock(),
    limiter: new MemoryRateLimiter(),
    log: SILENT,
    metrics: createMetrics(),
    signup: 'open',
    defaultQuotaBytes: 100_000_000_000,
  };
}

async function signUp(client: WireClient, displayName: string, number: number): Promise<Person> {
  const email = `${displayName.replace(/\W/g, '').toLowerCase()}.${number}@example.org`;
  const registration = { email, password: PASSWORD, displayName };
  const answer = await client.post<{ user: User }>('/auth/register', registration);
  if (answer.status !== 201) throw new Error(`sign-up failed: ${answer.bytes}`);
  return new Person(client, answer.body.user, PASSWORD);
}

async function signIn(
  client: WireClient,
  { user, password }: Person,
  headers: Readonly<Record<string, string>> = {},
): Promise<Person> {
  const credentials = { email: user.email, password };
  const answer = await client.post<{ user: User }>('/auth/login', credentials, headers);
  if (answer.status !== 200) throw new Error(`sign-in failed: ${answer.bytes}`);
  return new Person(client, answer.body.user, password);
}
