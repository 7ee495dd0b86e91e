// How long a device takes that comes for the first time to a large tree, and what that takes of the server.
import type { ChangesPage } from '@satchel/shared/wire/sync';
import { WebSocket } from 'ws';
import { markdownTable, median } from '../support/report.ts';
import { Child } from '../upload/child.ts';
import { residentMebibytes } from '../upload/resident.ts';
import { type Account, seedAccounts } from './accounts.ts';
import { seedNodes } from './seed-nodes.ts';
import type { World } from './world.ts';

export interface CatchUpOptions {
  readonly nodes: number;
  readonly runs: number;
}

const PAGE_SIZE = 1000;
const LOOK_EVERY_MS = 100;

interface Subject {
  readonly name: string;
  readonly pid: number;
  /** Reads it all; returns how many changes came. */
  read(): Promise<number>;
}

interface Run {
  readonly seconds: number;
  readonly highestMebibytes: number;
}

export async function measureCatchUp(world: World, options: CatchUpOptions): Promise<string> {
  const [account] = await seedAccounts(world.db, 1);
  if (account === undefined) throw new Error('nobody is there');
  await seedNodes(world.db, account, options.nodes);
  const bare = await Child.start<{ origin: string }>('../sync/bare-pg.program.ts', [
    world.databaseUrl,
  ]);
  const { url, pid } = world.satchel;
  const subjects: Subject[] = [
    { name: 'Satchel, over HTTP', pid, read: () => readPages(url, account) },
    { name: 'Satchel, over the socket', pid, read: () => readSocket(url, account) },
    {
      name: 'bare `pg` behind `node:http`, one table, nothing checked',
      pid: bare.child.pid,
      read: () => readBare(bare.ready.origin, account),
    },
  ];
  const rows = new Map<Subject, Run[]>(subjects.map((subject) => [subject, []]));
  for (let run = 0; run <= options.runs; run++) {
    for (const subject of subjects) {
      const measured = await measure(subject, options.nodes);
      if (run > 0) rows.get(subject)?.push(measured);
      console.error(`${subject.name}: ${measured.seconds.toFixed(2)} s`);
    }
  }
  await bare.child.stop();
  return present(rows, options);
}

async function measure(subject: Subject, nodes: number): Promise<Run> {
  let highestMebibytes = 0;
  const look = async () => {
    highestMebibytes = Math.max(highestMebibytes, await residentMebibytes(subject.pid));
  };
  const timer = setInterval(() => look().catch(() => {}), LOOK_EVERY_MS);
  const begun = performance.now();
  const count = await subject.read();
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(timer);
  await look();
  if (count < nodes) throw new Error(`${subject.name} gave ${count} changes`);
  return { seconds, highestMebibytes };
}

async function readPages(url: string, { cookie }: Account): Promise<number> {
  let count = 0;
  let cursor = '';
  for (let hasMore = true; hasMore; ) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(cursor && { cursor }) });
    const answer = await fetch(`${url}/api/v1/sync/changes?${query}`, { headers: { cookie } });
    const page = (await answer.json()) as ChangesPage;
    count += page.changes.length;
    ({ cursor, hasMore } = page);
  }
  return count;
}

function readSocket(url: string, { cookie }: Account): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/sync/ws`, {
      headers: { cookie },
      perMessageDeflate: false,
    });
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('message', (data) => {
      const page = JSON.parse(String(data)) as ChangesPage;
      count += page.changes.length;
      if (page.hasMore) return;
      socket.removeAllListeners('close');
      socket.close();
      resolve(count);
    });
  });
}

async function readBare(origin: string, { spaceId }: Account): Promise<number> {
  let count = 0;
  let seq = '0';
  for (let isFull = true; isFull; ) {
    const answer = await fetch(`${origin}/changes/${spaceId}/${seq}/${PAGE_SIZE}`);
    const rows = (await answer.json()) as { seq: string }[];
    count += rows.length;
    seq = rows.at(-1)?.seq ?? seq;
    isFull = rows.length === PAGE_SIZE;
  }
  return count;
}

function present(all: ReadonlyMap<Subject, readonly Run[]>, { nodes, runs }: CatchUpOptions) {
  const rows = [...all].map(([{ name }, measured]) => {
    const seconds = median(measured.map((run) => run.seconds));
    const highest = Math.max(...measured.map((run) => run.highestMebibytes));
    return [name, seconds.toFixed(2), (nodes / seconds).toFixed(0), highest.toFixed(0)];
  });
  const table = markdownTable(['way', 's', 'changes/s', 'highest RSS of the server, MiB'], rows);
  return `First catch-up with a tree of ${nodes} nodes, median of ${runs} runs:\n\n${table}`;
}
