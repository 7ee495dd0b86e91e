// How long a change takes from the request that makes it to every socket that is to hear of it.
import { randomUUID } from 'node:crypto';
import { markdownTable, quantile } from '../support/report.ts';
import { Child } from '../upload/child.ts';
import { residentMebibytes } from '../upload/resident.ts';
import { type Account, seedAccounts, share } from './accounts.ts';
import { type Arrivals, now } from './sockets.ts';
import type { World } from './world.ts';

export interface PropagationOptions {
  readonly sockets: number;
  readonly idle: number;
  readonly changes: number;
}

// The server's own limit for one account.
const PER_ACCOUNT = 100;
const SOCKETS_PROGRAM = '../sync/sockets.program.ts';
// What Satchel says of a new folder is about as long.
const PADDING = 'x'.repeat(480);

/** One of those that are compared. */
interface Subject {
  readonly name: string;
  readonly pid: number;
  readonly socketUrl: string;
  /** A cookie for each socket that hears of the changes, and for each that does not. */
  readonly listening: readonly string[];
  readonly idle: readonly string[];
  /** Makes a change that is known by `name`. */
  change(name: string): Promise<void>;
}

interface Row {
  readonly name: string;
  readonly idle: number;
  readonly latenciesMs: readonly number[];
  readonly mebibytes: number;
  readonly kibibytesPerSocket: number;
}

export async function measurePropagation(
  world: World,
  options: PropagationOptions,
): Promise<string> {
  const broadcast = await Child.start<{ origin: string }>('../sync/broadcast.program.ts', []);
  const subjects = [
    await satchelSubject(world, options),
    bareSubject(broadcast.child.pid, broadcast.ready.origin, options),
  ];
  const rows: Row[] = [];
  for (const subject of subjects) rows.push(...(await measureSubject(subject, options)));
  await broadcast.child.stop();
  return present(rows, options);
}

async function satchelSubject({ db, satchel }: World, options: PropagationOptions) {
  const members = await seedAccounts(db, Math.ceil(options.sockets / PER_ACCOUNT));
  await share(db, members);
  const others = await seedAccounts(db, Math.ceil(options.idle / PER_ACCOUNT));
  const [author] = members;
  if (author === undefined) throw new Error('there are no sockets to tell');
  return {
    name: 'Satchel',
    pid: satchel.pid,
    socketUrl: `${satchel.url.replace('http', 'ws')}/api/v1/sync/ws`,
    listening: spread(members, options.sockets),
    idle: spread(others, options.idle),
    async change(name: string) {
      const headers = { cookie: author.cookie, 'content-type': 'application/json' };
      const body = JSON.stringify({ name, parentId: author.rootId });
      await post(`${satchel.url}/api/v1/folders`, headers, body);
    },
  };
}

function bareSubject(pid: number, origin: string, options: PropagationOptions): Subject {
  const none = (count: number) => Array.from({ length: count }, () => '');
  return {
    name: 'bare `ws`, every change to every socket',
    pid,
    socketUrl: origin.replace('http', 'ws'),
    listening: none(options.sockets),
    // It sends to all there are, so idle ones would not be idle.
    idle: [],
    change: (name) => post(origin, {}, name + PADDING),
  };
}

function spread(accounts: readonly Account[], count: number): string[] {
  return Array.from({ length: count }, (_, n) => accounts[n % accounts.length]?.cookie ?? '');
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function measureSubject(subject: Subject, options: PropagationOptions): Promise<Row[]> {
  const before = await residentMebibytes(subject.pid);
  const listeners = await openSockets(subject, subject.listening);
  const quiet = await measureChanges(subject, listeners, options.changes);
  const rows = [await rowOf(subject, quiet, 0, before)];
  if (subject.idle.length > 0) {
    const idle = await openSockets(subject, subject.idle);
    const busy = await measureChanges(subject, listeners, options.changes);
    rows.push(await rowOf(subject, busy, subject.idle.length, before));
    await idle.stop();
  }
  await listeners.stop();
  return rows;
}

async function rowOf(
  { name, pid, listening }: Subject,
  latenciesMs: readonly number[],
  idle: number,
  before: number,
): Promise<Row> {
  const mebibytes = await residentMebibytes(pid);
  const kibibytesPerSocket = ((mebibytes - before) * 1024) / (listening.length + idle);
  const p99 = quantile(latenciesMs, 0.99).toFixed(1);
  console.error(`${name}, ${idle} idle: p99 ${p99} ms, ${mebibytes.toFixed(0)} MiB`);
  return { name, idle, latenciesMs, mebibytes, kibibytesPerSocket };
}

async function openSockets({ socketUrl }: Subject, cookies: readonly string[]): Promise<Child> {
  const { child } = await Child.start(SOCKETS_PROGRAM, []);
  child.send({ url: socketUrl, cookies });
  await child.next();
  return child;
}

/** One at a time; the first ones warm everything up and are not counted. */
async function measureChanges(subject: Subject, listeners: Child, changes: number) {
  const WARM_UP = 20;
  const latenciesMs: number[] = [];
  for (let n = 0; n < changes + WARM_UP; n++) {
    const name = randomUUID();
    listeners.send({ wanted: name });
    await listeners.next();
    const came = listeners.next<Arrivals>();
    const madeAt = now();
    await subject.change(name);
    const { arrivals } = await came;
    if (n >= WARM_UP) latenciesMs.push(...arrivals.map((at) => at - madeAt));
  }
  return latenciesMs;
}

function present(rows: readonly Row[], { sockets, changes }: PropagationOptions): string {
  const ms = (row: Row, q: number) => quantile(row.latenciesMs, q).toFixed(1);
  const table = markdownTable(
    [
      'server',
      'sockets that hear of it',
      'idle besides',
      'p50 ms',
      'p99 ms',
      'RSS MiB',
      'KiB a socket',
    ],
    rows.map((row) => [
      row.name,
      String(sockets),
      String(row.idle),
      ms(row, 0.5),
      ms(row, 0.99),
      row.mebibytes.toFixed(0),
      row.kibibytesPerSocket.toFixed(1),
    ]),
  );
  return `${changes} changes, one at a time, from the request to each socket:\n\n${table}`;
}
