import type { Node } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAUGHTY_NAMES } from '../../../test/naughty-names.ts';
import { randomFile, upload } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';
import type { Method } from '../../../test/wire-client.ts';

let world: World;
let anna: Person;
let ben: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
  ben = await world.signUp('Ben');
});
afterAll(() => world.stop());

const BOTH = ['/files', '/folders'];

async function folder(name: string, parentId: string | null = null): Promise<Node> {
  const { body } = await anna.post<{ folder: Node }>('/folders', { name, parentId });
  return body.folder;
}

async function file(filename: string, folderId: string | null = null): Promise<Node> {
  const { fileId } = await upload(anna, randomFile(10), { filename, folderId });
  return (await get(fileId)).body.node;
}

const get = (id: string) =>
  anna.get<{ node: Node; path: { id: string; name: string }[] }>(`/files/${id}`);

async function call(method: Method, path: string, body?: unknown) {
  const answer = await anna.send(method, `/api/v1${path}`, body);
  return [answer.status, answer.body?.code];
}

describe('GET /files/:id', () => {
  it('NO5 answers with the node and the way to it, root first', async () => {
    const top = await folder('top');
    const inner = await folder('inner', top.id);
    const leaf = await file('leaf.txt', inner.id);
    const answer = await get(leaf.id);
    expect(answer.status).toBe(200);
    expect(answer.body.node).toMatchObject({ kind: 'file', name: 'leaf.txt', parentId: inner.id });
    expect(answer.body.path).toEqual([
      { id: anna.user.rootFolderId, name: 'My files' },
      { id: top.id, name: 'top' },
      { id: inner.id, name: 'inner' },
    ]);
  });

  it('NO5 answers for folders too, and for the root', async () => {
    const node = await folder('itself');
    expect((await get(node.id)).body.node).toEqual(node);
    const root = await get(anna.user.rootFolderId);
    expect(root.body).toMatchObject({ node: { parentId: null, kind: 'folder' }, path: [] });
  });
});

describe.each(BOTH)('PATCH %s/:id', (base) => {
  const label = base.slice(1);

  it('NO8 renames and moves a file and a folder alike', async () => {
    const to = await folder(`to ${label}`);
    for (const node of [await file(`f ${label}`), await folder(`d ${label}`)]) {
      const change = { name: `new ${node.kind} ${label}`, folderId: to.id, baseSeq: node.seq };
      const answer = await anna.patch<{ node: Node }>(`${base}/${node.id}`, change);
      expect(answer.status).toBe(200);
      expect(answer.body.node).toMatchObject({ id: node.id, name: change.name, parentId: to.id });
      expect((await get(node.id)).body.node).toEqual(answer.body.node);
    }
  });

  it('NO1 NO7 NO9 NO10 NO12 NO14 NO20 NO22 refuses what cannot be', async () => {
    const node = await folder(`node ${label}`);
    const inner = await folder('inner', node.id);
    const leaf = await file('leaf', node.id);
    await file(`taken ${label}`);
    const path = `${base}/${node.id}`;
    expect(await call('PATCH', path, { name: 'a/b' })).toEqual([400, 'invalid-name']);
    expect(await call('PATCH', path, { name: `Taken ${label}` })).toEqual([409, 'name-taken']);
    expect(await call('PATCH', path, {})).toEqual([400, 'invalid-request']);
    expect(await call('PATCH', path, { baseSeq: 1 })).toEqual([400, 'invalid-request']);
    expect(await call('PATCH', path, { folderId: 'x' })).toEqual([400, 'invalid-request']);
    expect(await call('PATCH', path, { name: 'x', baseSeq: -1 })).toEqual([400, 'invalid-request']);
    expect(await call('PATCH', path, { folderId: inner.id })).toEqual([409, 'cycle']);
    expect(await call('PATCH', path, { folderId: leaf.id })).toEqual([422, 'not-a-folder']);
    expect(await call('PATCH', path, { folderId: uuidv7() })).toEqual([404, 'not-found']);
    const foreign = { folderId: ben.user.rootFolderId };
    expect(await call('PATCH', path, foreign)).toEqual([404, 'not-found']);
    expect(await call('PATCH', path, { name: 'x', baseSeq: 0 })).toEqual([409, 'version-conflict']);
    const root = `${base}/${anna.user.rootFolderId}`;
    expect(await call('PATCH', root, { name: 'x' })).toEqual([403, 'forbidden']);
    await anna.delete(path);
    expect(await call('PATCH', path, { name: 'x' })).toEqual([409, 'in-trash']);
    expect((await get(node.id)).body.node).toMatchObject({ name: node.name });
  });
});

describe('PATCH', () => {
  it('NO2 takes naughty names and gives them back, in a path too', async () => {
    const node = await folder('plain');
    const inner = await folder('inner', node.id);
    for (const name of NAUGHTY_NAMES) {
      const { status, body } = await anna.patch<{ node: Node }>(`/files/${node.id}`, { name });
      expect([status, body.node?.name]).toEqual([200, name]);
      expect((await get(inner.id)).body.path.at(-1)).toEqual({ id: node.id, name });
    }
  });

  it('NO19 acts once for an Idempotency-Key', async () => {
    const node = await folder('once');
    const key = { 'idempotency-key': uuidv7() };
    const change = { name: 'once more' };
    const first = await anna.patch<{ node: Node }>(`/files/${node.id}`, change, key);
    await anna.patch(`/files/${node.id}`, { name: 'and then' });
    const again = await anna.patch<{ node: Node }>(`/files/${node.id}`, change, key);
    expect(again.body).toEqual(first.body);
    expect((await get(node.id)).body.node.name).toBe('and then');
  });
});

describe('every call that names a node', () => {
  const calls: [Method, (id: string) => string, unknown?][] = [
    ['GET', (id) => `/files/${id}`],
    ['DELETE', (id) => `/trash/${id}`],
    ...BOTH.flatMap((base): [Method, (id: string) => string, unknown?][] => [
      ['PATCH', (id) => `${base}/${id}`, { name: 'x' }],
      ['DELETE', (id) => `${base}/${id}`],
      ['POST', (id) => `${base}/${id}/restore`],
    ]),
  ];

  it.each(calls)(
    'NO20 %s refuses what is not there, not visible, or no id (%#)',
    async (method, to, body) => {
      const his = await ben.post<{ folder: Node }>('/folders', { name: uuidv7() });
      expect(await call(method, to(uuidv7()), body)).toEqual([404, 'not-found']);
      expect(await call(method, to(his.body.folder.id), body)).toEqual([404, 'not-found']);
      for (const id of [
        '1',
        'x'.repeat(5000),
        '%00',
        "'%20or%201=1",
        '..%2f..',
        `${uuidv7()}0`,
        '%ff',
      ]) {
        expect((await call(method, to(id), body))[0]).toBe(400);
      }
      const visitor = await world.visitor().send(method, `/api/v1${to('1')}`, body);
      expect([visitor.status, visitor.body.code]).toEqual([401, 'unauthenticated']);
    },
  );

  it('NO20 takes an id in capitals for the same', async () => {
    const node = await folder('capitals');
    expect((await get(node.id.toUpperCase())).body.node).toEqual(node);
  });
});
