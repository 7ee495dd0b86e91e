// The sender against a server that answers when the test says so. The queue is the real one.

import { recordSignIn } from '../src/local/account.ts';
import { applyNodes } from '../src/local/node-writes.ts';
import { findNode, readChildren } from '../src/local/nodes.ts';
import { countUnsent } from '../src/local/outbox.ts';
import { wipe } from '../src/local/wipe.ts';
import { ApiError } from '../src/net/api-error.ts';
import { outboxStore } from '../src/runner/create-outbox.ts';
import { OutboxSender } from '../src/runner/outbox-sender.ts';
import type { MutationApi } from '../src/runner/send-mutation.ts';
import { DOER } from './deeds.ts';
import { ManualClock, settled } from './manual-clock.ts';
import { aFolder, aNode } from './nodes.ts';
import { ADA } from './people.ts';

export const TRASH = { is: 'trash' } as const;
export const problem = (
  code: string,
  reaction: ApiError['reaction'],
  retryAfterMs: number | null = null,
) => new ApiError({ status: 0, code, reaction, retryAfterMs, detail: null, fields: [] });
export const NO_NETWORK = problem('network', 'retry');

interface Scene {
  clock: ManualClock;
  sender: OutboxSender;
  isOnline: boolean;
  /** Calls, as "trash a", with their keys. */
  calls: [call: string, key: string][];
  /** What the next call that begins so ends with; a promise holds it. */
  answers: Map<string, unknown>;
  /** What reading the queue ends with, once it has been read. */
  reading: Promise<unknown> | null;
  connection: object[];
}

export let scene: Scene;

async function called<Result>(call: string, key: string, result: () => Promise<Result>) {
  scene.calls.push([call, key]);
  const answer = await scene.answers.get(call);
  if (answer instanceof Error) throw answer;
  return result();
}

const row = async (id: string) => {
  const {
    isTrashRoot: _root,
    appliedAt: _at,
    ...node
  } = (await findNode(id)) ?? {
    ...aNode({ id }),
    isTrashRoot: 0,
    appliedAt: 0,
  };
  return { ...node, seq: node.seq + 1 };
};

const api: MutationApi = {
  createFolder: ({ id, name }, key) => called(`create ${name}`, key, () => row(id)),
  update: (id, change, key) =>
    called(`${'name' in change ? 'rename' : 'move'} ${id}`, key, () => row(id)),
  trash: (id, key) => called(`trash ${id}`, key, () => row(id)),
  restore: (id, key) => called(`restore ${id}`, key, () => row(id)),
  purge: (id, key) => called(`purge ${id}`, key, async () => undefined),
  get: (id) => called(`get ${id}`, '', async () => ({ node: await row(id), path: [] })),
  list: (id) =>
    called(`list ${id}`, '', async () => ({
      items: [aFolder({ id: 'there', name: 'trip' })],
      nextCursor: null,
    })),
};

/** Three files of somebody who is signed in, nothing queued, and time that stands still. */
export async function beginSending(): Promise<void> {
  await wipe();
  await recordSignIn(ADA);
  const root = aFolder({ id: 'root', parentId: null, name: 'My files' });
  await applyNodes([root, ...['a', 'b', 'c'].map((id) => aNode({ id, name: id }))], 1);
  const clock = new ManualClock();
  const connection: object[] = [];
  const recordConnection = async (facts: object) => void connection.push(facts);
  const readOutbox = async (userId: string) => {
    const rows = await outboxStore.readOutbox(userId);
    await scene.reading;
    return rows;
  };
  const store = { ...outboxStore, recordConnection, readOutbox };
  const isOnline = () => scene.isOnline;
  const ports = { store, api, clock, isOnline, onFolders: () => undefined };
  const sender = new OutboxSender(ports, async (work) => {
    await work();
    return true;
  });
  const nothingYet = { calls: [], answers: new Map(), reading: null };
  scene = { clock, sender, isOnline: true, connection, ...nothingYet };
}

export const names = async () => (await readChildren('root')).map(({ name }) => name).sort();
export const sent = () => scene.calls.map(([call]) => call);
export const left = () => countUnsent(DOER.userId);

/** Pumps, and lets time go on until nothing happens any more, or for so long. */
export async function pump(forMs = 31_000): Promise<void> {
  const pumped = scene.sender.pump();
  let isOver = false;
  void pumped.finally(() => {
    isOver = true;
  });
  const until = scene.clock.now() + forMs;
  while (!isOver && scene.clock.now() < until) {
    for (let turn = 0; turn < 5; turn += 1) await settled();
    await scene.clock.advance(50);
  }
}

export function latch() {
  let open: (answer?: unknown) => void = () => undefined;
  const opened = new Promise<unknown>((resolve) => {
    open = resolve;
  });
  return { opened, open: (answer?: unknown) => open(answer) };
}
