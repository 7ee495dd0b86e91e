// How long it takes to the first byte of metadata where there are very many nodes.
import { Agent, request } from 'node:http';
import { markdownTable, quantile } from '../support/report.ts';
import { Child } from '../upload/child.ts';
import { type Account, seedAccounts } from './accounts.ts';
import { seedNodes } from './seed-nodes.ts';
import type { World } from './world.ts';

export interface FirstByteOptions {
  readonly nodes: number;
  readonly requests: number;
}

const CONNECTIONS = 4;
const PAGE_SIZE = 200;

/** The same thing asked of both. */
interface Question {
  readonly name: string;
  satchel(): string;
  bare(): string;
}

export async function measureFirstByte(world: World, options: FirstByteOptions): Promise<string> {
  const [account] = await seedAccounts(world.db, 1);
  if (account === undefined) throw new Error('nobody is there');
  console.error(`making ${options.nodes} nodes`);
  const folders = await seedNodes(world.db, account, options.nodes);
  const bare = await Child.start<{ origin: string }>('../sync/bare-pg.program.ts', [
    world.databaseUrl,
  ]);
  const rows: string[][] = [];
  for (const question of questions(account, folders, options.nodes)) {
    const own = `${world.satchel.url}/api/v1`;
    const satchel = await ask(options.requests, () => own + question.satchel(), account.cookie);
    const least = await ask(options.requests, () => bare.ready.origin + question.bare(), '');
    rows.push(rowOf(question.name, satchel, least));
    console.error(rows.at(-1)?.join(' · '));
  }
  await bare.child.stop();
  const columns = [
    'question',
    'p50 ms',
    'p99 ms',
    'bare p50 ms',
    'bare p99 ms',
    'Satchel ÷ bare, p50',
  ];
  const head = `First byte with ${options.nodes} nodes, ${options.requests} requests over ${CONNECTIONS} connections:`;
  return `${head}\n\n${markdownTable(columns, rows)}`;
}

function questions(account: Account, folders: readonly string[], nodes: number): Question[] {
  const folder = () => folders[Math.floor(Math.random() * folders.length)] ?? '';
  const seq = () => Math.floor(Math.random() * (nodes - PAGE_SIZE));
  return [
    {
      name: '`GET /files?folderId=`, 200 children',
      satchel: () => `/files?folderId=${folder()}`,
      bare: () => `/children/${folder()}`,
    },
    {
      name: '`GET /files/:id`',
      satchel: () => `/files/${folder()}`,
      bare: () => `/node/${folder()}`,
    },
    {
      name: '`GET /sync/changes`, 200 changes',
      satchel: () => `/sync/changes?cursor=${cursorAt(account, seq())}`,
      bare: () => `/changes/${account.spaceId}/${seq()}/${PAGE_SIZE}`,
    },
  ];
}

/** As the server writes it. */
function cursorAt({ spaceId }: Account, seq: number): string {
  return Buffer.from(JSON.stringify(['changes.1', `${spaceId} ${seq}`])).toString('base64url');
}

function rowOf(name: string, satchel: readonly number[], bare: readonly number[]): string[] {
  const both = [satchel, bare].flatMap((all) => [quantile(all, 0.5), quantile(all, 0.99)]);
  const ratio = quantile(satchel, 0.5) / quantile(bare, 0.5);
  return [name, ...both.map((ms) => ms.toFixed(1)), ratio.toFixed(1)];
}

/** The first tenth warms up and is not counted. */
async function ask(requests: number, url: () => string, cookie: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const all: number[] = [];
  const each = Math.ceil(requests / CONNECTIONS);
  const askOn = async () => {
    for (let n = 0; n < each; n++) all.push(await firstByte(url(), cookie, agent));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, askOn));
  agent.destroy();
  return all.slice(Math.floor(requests / 10));
}

function firstByte(url: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const askedAt = performance.now();
    const asked = request(url, { agent, headers: { cookie } }, (answer) => {
      const ms = performance.now() - askedAt;
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      answer.resume().on('end', () => resolve(ms));
    });
    asked.on('error', reject).end();
  });
}
