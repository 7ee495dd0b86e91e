import { nodeSchema } from '@satchel/shared/wire/nodes';
import { type ChangesPage, changesPageSchema } from '@satchel/shared/wire/sync';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getChanges, Replica } from '../../../test/replica.ts';
import { seedFile, seedFolder } from '../../../test/tree.ts';
import { getNode, ownerOf, randomFile, upload } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';
import { pruneTombstones } from './prune-tombstones.ts';

let world: World;
let anna: Person;
let device: Replica;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  anna = await world.signUp('Anna');
  device = new Replica();
});

const DAY_MS = 24 * 60 * 60 * 1000;
const folder = (name: string, parentId?: string) =>
  seedFolder(world.deps.db, ownerOf(anna), name, parentId);
const file = (name: string, parentId?: string) =>
  seedFile(world.deps.db, ownerOf(anna), name, parentId === undefined ? {} : { parentId });
const news = () => device.catchUp(anna);
const ask = (query: string, who = anna) => who.get<ChangesPage>(`/sync/changes?${query}`);

async function purge(id: string): Promise<void> {
  await anna.delete(`/files/${id}`);
  expect((await anna.delete(`/trash/${id}`)).status).toBe(204);
}

/** As the hourly job does, so many days later. */
async function pruneAfter(days: number): Promise<void> {
  const now = new Date(Date.now() + days * DAY_MS);
  const clock = { now: () => now };
  await pruneTombstones({ db: world.deps.db, clock }, new AbortController().signal);
}

describe('the feed', () => {
  it('SY1 tells what a node is now, in the shape in which it is got', async () => {
    const { fileId } = await upload(anna, randomFile(10), { filename: 'a.txt' });
    const { body } = await ask('');
    expect(v.is(v.strictObject(changesPageSchema.entries), body)).toBe(true);
    const { node } = (await anna.get<{ node: object }>(`/files/${fileId}`)).body;
    const change = body.changes.at(-1);
    expect(change).toEqual({ space: anna.user.personalSpaceId, seq: change?.seq, node });
    expect(v.is(v.strictObject(nodeSchema.entries), node)).toBe(true);
  });

  it('SY1 tells that a node is gone', async () => {
    const { id } = await file('a');
    await news();
    await purge(id);
    expect(await news()).toEqual([
      { space: anna.user.personalSpaceId, seq: expect.any(Number), gone: id },
    ]);
  });

  it('SY2 holds a node once, with what it is by now', async () => {
    const { id } = await folder('a');
    await news();
    for (const name of ['b', 'c', 'd']) await anna.patch(`/files/${id}`, { name });
    const [change, ...more] = await news();
    expect(change).toMatchObject({ node: { id, name: 'd' } });
    expect(more).toEqual([]);
  });

  it.each([1, 2, 3, 7, 200])('SY2 comes in order and complete in pages of %i', async (limit) => {
    const nodes = [await folder('top')];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) nodes.push(await file(name, nodes[0]?.id));
    await purge(nodes.pop()?.id ?? '');
    await anna.patch(`/files/${nodes[1]?.id}`, { name: 'z' });
    await device.catchUp(anna, limit);
    const ids = [anna.user.rootFolderId, ...nodes.map(({ id }) => id)];
    expect([...device.nodes.keys()].sort()).toEqual(ids.sort());
    await purge(nodes[2]?.id ?? '');
    await device.catchUp(anna, limit);
    expect(device.nodes.has(nodes[2]?.id ?? '')).toBe(false);
  });

  it('SY3 begins with the root, and does not tell of what was gone before', async () => {
    await purge((await file('gone')).id);
    const { id } = await file('a');
    const { changes, hasMore } = await getChanges(anna);
    expect(changes).toMatchObject([{ node: { id: anna.user.rootFolderId } }, { node: { id } }]);
    expect(hasMore).toBe(false);
  });

  it('SY3 tells of what goes while the first catch-up is on its way', async () => {
    const files = [await file('a'), await file('b'), await file('c')];
    const first = await getChanges(anna, undefined, 2);
    device.apply(first);
    for (const { id } of files) await purge(id);
    await device.catchUp(anna, 2);
    expect([...device.nodes.keys()]).toEqual([anna.user.rootFolderId]);
  });

  it('SY4 has nothing new where nothing changed, and the same cursor', async () => {
    await file('a');
    const { cursor } = await getChanges(anna);
    expect(await getChanges(anna, cursor)).toEqual({ changes: [], cursor, hasMore: false });
    expect(cursor).toMatch(/^[\w-]+$/);
  });

  it('SY9 gives the same again, or what has become of it since', async () => {
    const { cursor } = await getChanges(anna);
    const { id } = await folder('a');
    const first = await getChanges(anna, cursor);
    expect(await getChanges(anna, cursor)).toEqual(first);
    await anna.patch(`/files/${id}`, { name: 'b' });
    expect((await getChanges(anna, cursor)).changes).toMatchObject([{ node: { id, name: 'b' } }]);
  });

  it.each(['nonsense', '', 'WyJ0cmFzaCJd', 'WyJjaGFuZ2VzLjEiLCJ4Il0'])(
    'SY4 refuses %j, which is no cursor',
    async (cursor) => {
      const answer = await anna.get(`/sync/changes?cursor=${cursor}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
    },
  );

  it.each(['limit=0', 'limit=1001', 'limit=x', `cursor=${'a'.repeat(8001)}`])(
    'SY4 refuses %s',
    async (query) => {
      expect((await ask(query)).status).toBe(400);
    },
  );

  it('SY4 says whether there is more, and gives 200 at a time unless asked', async () => {
    for (let n = 0; n < 200; n++) await folder(`folder ${n}`);
    const page = await ask('');
    expect([page.body.changes.length, page.body.hasMore]).toEqual([200, true]);
    const rest = await ask(`limit=1000&cursor=${page.body.cursor}`);
    expect([rest.body.changes.length, rest.body.hasMore]).toEqual([1, false]);
    expect(page.headers.get('Satchel-Next-Cursor')).toBe(page.body.cursor);
    expect(rest.headers.get('Satchel-Next-Cursor')).toBeNull();
  });

  it('SY4 is for who is signed in', async () => {
    expect((await ask('', anna)).status).toBe(200);
    const answer = await world.visitor().get('/sync/changes');
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
  });

  it('SY5 gives what lies beneath something trashed without a mark of its own', async () => {
    const top = await folder('top');
    const inner = await file('a', top.id);
    await news();
    await anna.delete(`/files/${top.id}`);
    expect(await news()).toMatchObject([{ node: { id: top.id, trashedAt: expect.any(String) } }]);
    expect((await getNode(anna, inner.id)).trashedAt).not.toBeNull();
    expect(device.nodes.get(inner.id)?.trashedAt).toBeNull();
  });

  it('SY6 leaves the nodes of who takes another name as they are', async () => {
    const { id } = await folder('a');
    await news();
    await anna.patch('/auth/me', { displayName: 'Anne' });
    expect(await news()).toEqual([]);
    await anna.patch(`/files/${id}`, { name: 'b' });
    expect(await news()).toMatchObject([{ node: { modifiedBy: { displayName: 'Anne' } } }]);
  });

  it('SY7 goes over all spaces of which one is a member, and over no other', async () => {
    const ben = await world.signUp('Ben');
    await seedFile(world.deps.db, ownerOf(ben), 'his');
    await file('hers');
    await device.catchUp(anna, 1);
    expect(device.nodes.size).toBe(2);
    await world.deps.db.query(`insert into members values ($1, $2, 'viewer')`, [
      ben.user.personalSpaceId,
      anna.user.id,
    ]);
    await device.catchUp(anna, 1);
    expect([...device.nodes.values()].map(({ name }) => name).sort()).toEqual(
      ['My files', 'My files', 'hers', 'his'].sort(),
    );
    await file('hers too');
    await seedFile(world.deps.db, ownerOf(ben), 'his too');
    expect(await device.catchUp(anna)).toHaveLength(2);
  });

  it('SY8 refuses the cursor of a space of which one is no member', async () => {
    const ben = await world.signUp('Ben');
    const { cursor } = await getChanges(ben);
    const answer = await anna.get(`/sync/changes?cursor=${cursor}`);
    expect([answer.status, answer.body.code]).toEqual([410, 'cursor-expired']);
  });

  it('SY8 refuses a cursor beyond the head of a space that was set back', async () => {
    await file('a');
    const { cursor } = await getChanges(anna);
    await world.deps.db.query('update spaces set head = head - 1 where id = $1', [
      anna.user.personalSpaceId,
    ]);
    const answer = await anna.get(`/sync/changes?cursor=${cursor}`);
    expect([answer.status, answer.body.code]).toEqual([410, 'cursor-expired']);
  });

  it('SY8 refuses a cursor that is older than something gone which was forgotten', async () => {
    const { id } = await file('a');
    const { cursor } = await getChanges(anna);
    await purge(id);
    await pruneAfter(91);
    const answer = await anna.get(`/sync/changes?cursor=${cursor}`);
    expect([answer.status, answer.body.code]).toEqual([410, 'cursor-expired']);
    expect((await getChanges(anna)).changes).toHaveLength(1);
  });

  it('SY8 keeps what is gone for 90 days', async () => {
    const { id } = await file('a');
    const { cursor } = await getChanges(anna);
    await purge(id);
    await pruneAfter(89);
    expect((await getChanges(anna, cursor)).changes).toMatchObject([{ gone: id }]);
  });

  it('SY8 takes a cursor that has seen all that was forgotten', async () => {
    const ids = [(await file('a')).id, (await file('b')).id];
    for (const id of ids) await purge(id);
    const { cursor } = await getChanges(anna);
    await pruneAfter(91);
    const { id } = await file('c');
    expect((await getChanges(anna, cursor)).changes).toMatchObject([{ node: { id } }]);
  });

  it('SY8 goes on with a first catch-up, whatever was gone before it is forgotten meanwhile', async () => {
    const { id } = await file('a');
    await purge(id);
    for (const name of ['b', 'c']) await file(name);
    device.apply(await getChanges(anna, undefined, 1));
    await pruneAfter(91);
    await device.catchUp(anna, 1);
    expect([...device.nodes.values()].map(({ name }) => name)).toEqual(['My files', 'b', 'c']);
  });

  it('SY8 forgets more than one batch, and the spaces of everybody', async () => {
    const ben = await world.signUp('Ben');
    for (const { user } of [anna, ben]) {
      await world.deps.db.query(
        `insert into tombstones (space_id, node_id, seq)
         select $1, gen_random_uuid(), n from generate_series(1, 1001) n`,
        [user.personalSpaceId],
      );
    }
    await pruneAfter(91);
    const left = await world.deps.db.query('select from tombstones');
    const pruned = await world.deps.db.query(
      'select pruned_seq as seq from spaces where id = any($1::uuid[])',
      [[anna.user.personalSpaceId, ben.user.personalSpaceId]],
    );
    expect([left.length, pruned]).toEqual([0, [{ seq: 1001 }, { seq: 1001 }]]);
  });
});
