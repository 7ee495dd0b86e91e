// Deeds to many nodes, against a server that answers when the test says so.
import 'fake-indexeddb/auto';

import type { Node } from '@satchel/shared/wire/nodes';
import { liveQuery } from 'dexie';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aNode } from '../../test/nodes.ts';
import { applyNodes } from '../local/node-writes.ts';
import { readChildren, readTrash } from '../local/nodes.ts';
import { wipe } from '../local/wipe.ts';
import { DeedRefused } from './deed.ts';
import { moveNodes } from './folders.ts';
import { refreshFolder } from './refresh.ts';
import { trashNodes } from './trash.ts';

const COUNT = 300;
const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [ROOT, FOLDER] = [uuid(900_001), uuid(900_002)];
const BY = { id: uuid(900_003), displayName: 'Ada' };
const NODES = Array.from({ length: COUNT }, (_, n) =>
  aNode({ id: uuid(n), spaceId: uuid(900_004), parentId: ROOT, name: `${n}`, modifiedBy: BY }),
);
const IDS = NODES.map(({ id }) => id);
const TAKEN = { type: 'about:blank', title: 'T', status: 409, code: 'name-taken' };

type Reply = { readonly status: number; readonly body?: object };
let reply: (method: string, path: string) => Reply | Promise<Reply>;

beforeAll(() => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const { pathname } = new URL(input, 'http://satchel.test');
    const { status, body } = await reply(String(init.method), pathname.replace('/api/v1', ''));
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(async () => {
  await wipe();
  await applyNodes(NODES, 1);
});

const idOf = (path: string) => path.split('/')[2] ?? '';
const idsIn = async (folderId: string) => (await readChildren(folderId)).map(({ id }) => id);
const refusalOf = (deed: Promise<void>): Promise<unknown> =>
  deed.then(
    () => null,
    (error: unknown) => error,
  );

function latch() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('trashing many', () => {
  it('shows all of it before anything is answered, also to a listing that knows nothing', async () => {
    const [gate, asked] = [latch(), latch()];
    reply = async (method, path) => {
      if (method === 'DELETE') {
        asked.open();
        return gate.opened.then(() => ({ status: 204 }));
      }
      if (path === '/files') return { status: 200, body: { items: NODES, nextCursor: null } };
      const root = { ...aNode(), id: ROOT, spaceId: uuid(900_004), parentId: null };
      const body = { node: { ...root, kind: 'folder', modifiedBy: BY } as Node, path: [] };
      return { status: 200, body };
    };
    const deed = trashNodes(IDS);
    await asked.opened;
    expect([await idsIn(ROOT), (await readTrash()).length]).toEqual([[], COUNT]);
    await refreshFolder(ROOT);
    expect(await idsIn(ROOT)).toEqual([]);
    gate.open();
    await deed;
    expect([await idsIn(ROOT), (await readTrash()).length]).toEqual([[], COUNT]);
  });

  it('brings back exactly what was refused, and says which and why', async () => {
    const kept = IDS.filter((_, n) => n % 100 === 7);
    reply = (_method, path) =>
      kept.includes(idOf(path)) ? { status: 409, body: TAKEN } : { status: 204 };
    const counts: number[] = [];
    const error = await refusalOf(trashNodes(IDS, (answered) => counts.push(answered)));
    expect(error).toBeInstanceOf(DeedRefused);
    expect(error).toMatchObject({ code: 'name-taken' });
    expect((error as DeedRefused).refused.map(({ id }) => id)).toEqual(kept);
    expect((await idsIn(ROOT)).sort()).toEqual(kept);
    expect(counts.at(-1)).toBe(COUNT);
  });

  it('wakes whoever shows the folder a few times, not once for each', async () => {
    reply = () => ({ status: 204 });
    let reads = 0;
    const watching = liveQuery(() => readChildren(ROOT)).subscribe(() => {
      reads += 1;
    });
    await vi.waitFor(() => expect(reads).toBe(1));
    await trashNodes(IDS);
    watching.unsubscribe();
    expect(reads).toBeLessThan(20);
  });
});

describe('moving many', () => {
  it('puts what could be moved as the server answered it, and leaves the rest', async () => {
    const [first, ...others] = NODES;
    reply = (_method, path) => {
      const node = others.find(({ id }) => id === idOf(path));
      if (node === undefined) return { status: 409, body: TAKEN };
      return { status: 200, body: { node: { ...node, parentId: FOLDER, seq: 9 } } };
    };
    await expect(moveNodes(IDS, FOLDER)).rejects.toMatchObject({ code: 'name-taken' });
    expect(await idsIn(ROOT)).toEqual([first?.id]);
    const moved = await readChildren(FOLDER);
    expect([moved.length, moved.every(({ seq }) => seq === 9)]).toEqual([COUNT - 1, true]);
  });
});
