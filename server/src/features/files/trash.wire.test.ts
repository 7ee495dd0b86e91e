import type { Node } from '@satchel/shared/wire/nodes';
import type { User } from '@satchel/shared/wire/users';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomFile, upload } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  anna = await world.signUp('Anna');
});

async function folder(name: string, parentId: string | null = null): Promise<Node> {
  const { body } = await anna.post<{ folder: Node }>('/folders', { name, parentId });
  return body.folder;
}

async function file(filename: string, folderId: string | null = null): Promise<string> {
  return (await upload(anna, randomFile(1000), { filename, folderId })).fileId;
}

async function trash(id: string): Promise<void> {
  world.deps.clock.advance(1000);
  expect((await anna.delete(`/files/${id}`)).status).toBe(204);
}

const get = (id: string) => anna.get<{ node: Node }>(`/files/${id}`);
const listTrash = (query = '') =>
  anna.get<{ items: Node[]; nextCursor: string | null }>(`/trash${query}`);
const usedBytes = async () => (await anna.get<{ user: User }>('/auth/me')).body.user.usedBytes;
const names = async (path: string) =>
  (await anna.get<{ items: Node[] }>(path)).body.items.map(({ name }) => name);

describe.each(['/files', '/folders'])('DELETE %s/:id and restore', (base) => {
  it('NO13 NO15 takes a file and a folder to the trash and back', async () => {
    const ids = [await file('a.txt'), (await folder('b')).id];
    for (const id of ids) {
      const before = (await get(id)).body.node;
      const deleted = await anna.delete(`${base}/${id}`);
      expect([deleted.status, deleted.bytes.length]).toEqual([204, 0]);
      expect((await anna.delete(`${base}/${id}`)).status).toBe(204);
      expect(await names('/files')).not.toContain(before.name);
      expect((await get(id)).body.node.trashedAt).toBe(world.deps.clock.now().toISOString());
      const restored = await anna.post<{ node: Node }>(`${base}/${id}/restore`);
      expect(restored.status).toBe(200);
      expect(restored.body.node).toEqual({ ...before, seq: restored.body.node.seq });
      expect((await anna.post(`${base}/${id}/restore`)).body).toEqual(restored.body);
    }
    expect(await names('/files')).toEqual(['b', 'a.txt']);
  });

  it('NO13 answers with the node where that is preferred, once for a key', async () => {
    const { id } = await folder('top');
    const headers = { prefer: 'return=representation', 'idempotency-key': uuidv7() };
    const answer = await anna.send('DELETE', `/api/v1${base}/${id}`, undefined, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('preference-applied')).toBe('return=representation');
    const { node } = (await get(id)).body;
    expect(answer.body).toEqual({ node });
    await anna.post(`${base}/${id}/restore`);
    const again = await anna.send('DELETE', `/api/v1${base}/${id}`, undefined, headers);
    expect([again.status, again.body]).toEqual([200, { node }]);
  });

  it('NO12 refuses to trash the root', async () => {
    const { status, body } = await anna.delete(`${base}/${anna.user.rootFolderId}`);
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });
});

describe('the trash', () => {
  it('NO14 lets nothing be put into a folder that is in it', async () => {
    const top = await folder('top');
    const inner = await folder('inner', top.id);
    await trash(top.id);
    const made = await anna.post('/folders', { name: 'x', parentId: inner.id });
    expect([made.status, made.body.code]).toEqual([409, 'in-trash']);
    expect(await names(`/files?folderId=${top.id}`)).toEqual(['inner']);
  });

  it('NO15 restores under a number where the name was taken, and to the root where the folder is gone', async () => {
    const top = await folder('top');
    const id = await file('a.txt', top.id);
    await trash(id);
    await trash(top.id);
    expect((await anna.delete(`/trash/${top.id}`)).status).toBe(204);
    await file('A.txt');
    const { body } = await anna.post<{ node: Node }>(`/files/${id}/restore`);
    const expected = { name: 'a (2).txt', parentId: anna.user.rootFolderId, trashedAt: null };
    expect(body.node).toMatchObject(expected);
  });

  it('NO16 lists what was trashed itself, newest first, in pages', async () => {
    const top = await folder('top');
    await file('inner', top.id);
    const ids = [top.id, await file('a'), await file('b')];
    for (const id of ids) await trash(id);
    const first = await listTrash('?limit=2');
    expect(first.body.items.map(({ name }) => name)).toEqual(['b', 'a']);
    const rest = await listTrash(`?limit=2&cursor=${first.body.nextCursor}`);
    expect(rest.body.items.map(({ name }) => name)).toEqual(['top']);
    expect(rest.body.nextCursor).toBeNull();
    expect((await listTrash('?limit=0')).status).toBe(400);
    expect((await listTrash('?cursor=x')).status).toBe(400);
    expect((await world.visitor().get('/trash')).status).toBe(401);
  });

  it('NO17 purges one for good and gives back its room', async () => {
    const top = await folder('top');
    const ids = [await file('a', top.id), await file('b')];
    expect(await usedBytes()).toBe(2000);
    await trash(top.id);
    expect(await usedBytes()).toBe(2000);
    expect((await anna.delete(`/trash/${top.id}`)).status).toBe(204);
    expect(await usedBytes()).toBe(1000);
    expect((await get(ids[0] ?? '')).status).toBe(404);
    expect((await anna.delete(`/trash/${top.id}`)).status).toBe(404);
    expect((await anna.delete(`/trash/${ids[1]}`)).status).toBe(404);
    expect((await get(ids[1] ?? '')).status).toBe(200);
  });

  it('NO18 empties it, and nothing else', async () => {
    const stays = await file('stays');
    const top = await folder('top');
    await file('a', top.id);
    for (const id of [top.id, await file('b')]) await trash(id);
    expect((await anna.delete('/trash')).status).toBe(204);
    expect((await listTrash()).body).toEqual({ items: [], nextCursor: null });
    expect([await usedBytes(), (await get(stays)).status]).toEqual([1000, 200]);
    expect((await anna.delete('/trash')).status).toBe(204);
    expect((await world.visitor().delete('/trash')).status).toBe(401);
  });

  it('NO19 purges and empties once for an Idempotency-Key', async () => {
    const [one, other] = [await file('one'), await file('other')];
    const [purge, empty] = [{ 'idempotency-key': uuidv7() }, { 'idempotency-key': uuidv7() }];
    await trash(one);
    for (let i = 0; i < 2; i++) {
      expect((await anna.delete(`/trash/${one}`, purge)).status).toBe(204);
    }
    expect((await anna.delete('/trash', empty)).status).toBe(204);
    await trash(other);
    expect((await anna.delete('/trash', empty)).status).toBe(204);
    expect((await get(other)).status).toBe(200);
  });
});
