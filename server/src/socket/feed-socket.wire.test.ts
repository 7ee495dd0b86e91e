import { feedMessageSchema } from '@satchel/shared/wire/sync';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Checkpoint } from '../../test/checkpoint.ts';
import { FeedClient, openSocket, untilClosed } from '../../test/feed-client.ts';
import { getChanges, Replica } from '../../test/replica.ts';
import { seedFile, seedFolder } from '../../test/tree.ts';
import { ownerOf, randomFile, upload } from '../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../test/wire.ts';
import { MAX_SOCKETS_PER_USER } from './signed-in.ts';

let world: World;
let anna: Person;
let clients: FeedClient[] = [];
beforeAll(async () => {
  // Nothing but the bus wakes a socket here.
  world = await startWorld({}, { sweepMs: 3_600_000 });
});
afterAll(() => world.stop());
beforeEach(async () => {
  anna = await world.signUp('Anna');
});
afterEach(() => {
  for (const client of clients) client.cut();
  clients = [];
});

const folder = (name: string, who = anna) => seedFolder(world.deps.db, ownerOf(who), name);

async function listen(who = anna, replica = new Replica()): Promise<FeedClient> {
  const client = new FeedClient(who, replica);
  clients.push(client);
  await client.connect();
  await client.untilCurrent();
  return client;
}

describe('the socket', () => {
  it('SY10 gives all from the beginning where no cursor is given', async () => {
    const { id } = await folder('a');
    const device = await listen();
    expect([...device.replica.nodes.keys()]).toEqual([anna.user.rootFolderId, id]);
    expect(v.safeParse(v.array(feedMessageSchema), device.messages).output).toEqual(
      device.messages,
    );
  });

  it('SY10 gives what the cursor has missed, and nothing else', async () => {
    await folder('a');
    const replica = new Replica();
    await replica.catchUp(anna);
    const { id } = await folder('b');
    const device = await listen(anna, replica);
    const came = device.messages.flatMap((message) =>
      message.type === 'changes' ? message.changes : [],
    );
    expect(came).toMatchObject([{ node: { id } }]);
  });

  it('SY10 says that nothing was missed', async () => {
    const replica = new Replica();
    await replica.catchUp(anna);
    const { cursor } = replica;
    const device = await listen(anna, replica);
    expect(device.messages).toEqual([{ type: 'changes', changes: [], cursor, hasMore: false }]);
  });

  it('SY11 tells every device of what one does, as it was answered', async () => {
    const devices = [await listen(), await listen()];
    const { body } = await anna.post<{ folder: { id: string } }>('/folders', { name: 'a' });
    for (const device of devices) {
      await device.untilSeen(body.folder.id);
      expect(device.replica.nodes.get(body.folder.id)).toEqual(body.folder);
    }
  });

  it('SY11 tells of uploads, of trashing and of purging', async () => {
    const device = await listen();
    const { fileId } = await upload(anna, randomFile(10), { filename: 'a.txt' });
    await device.untilSeen(fileId);
    await anna.delete(`/files/${fileId}`);
    await expect
      .poll(() => device.replica.nodes.get(fileId)?.trashedAt)
      .toEqual(expect.any(String));
    await anna.delete(`/trash/${fileId}`);
    await expect.poll(() => device.replica.nodes.has(fileId)).toBe(false);
  });

  it('SY11 gives a cursor with which HTTP goes on, and the other way round', async () => {
    const device = await listen();
    await device.untilSeen((await folder('a')).id);
    expect((await getChanges(anna, device.replica.cursor)).changes).toEqual([]);
  });

  it('SY7 tells of all spaces of which one is a member, and of no other', async () => {
    const [ben, eve] = [await world.signUp('Ben'), await world.signUp('Eve')];
    await world.deps.db.query(`insert into members values ($1, $2, 'viewer')`, [
      ben.user.personalSpaceId,
      anna.user.id,
    ]);
    const device = await listen();
    const hers = await folder('hers');
    const his = await seedFile(world.deps.db, ownerOf(ben), 'his');
    const foreign = await seedFile(world.deps.db, ownerOf(eve), 'foreign');
    const last = await folder('last');
    for (const { id } of [hers, his, last]) await device.untilSeen(id);
    expect(device.replica.nodes.has(foreign.id)).toBe(false);
    expect((await getChanges(anna, device.replica.cursor)).changes).toEqual([]);
  });

  it.each([1, 2])('SY11 misses nothing that changes behind its reading no. %i', async (nth) => {
    const { db } = world.deps;
    const query = db.query;
    const checkpoint = new Checkpoint();
    let readings = 0;
    db.query = async (sql, values) => {
      const rows = await query.call(db, sql, values);
      if (sql.includes('from members m join spaces s') && ++readings === nth) {
        await checkpoint.pass();
      }
      return rows as never;
    };
    const device = new FeedClient(anna);
    clients.push(device);
    await device.connect();
    await checkpoint.reached;
    db.query = query;
    const { id } = await folder('meanwhile');
    // Until it has been announced as well.
    await new Promise((done) => setImmediate(done));
    checkpoint.open();
    await device.untilSeen(id);
  });

  it('SY12 says reset where the cursor is too old, and begins at the beginning', async () => {
    const replica = new Replica();
    await folder('a');
    await replica.catchUp(anna);
    await world.deps.db.query('update spaces set head = head - 1 where id = $1', [
      anna.user.personalSpaceId,
    ]);
    const device = await listen(anna, replica);
    expect(device.messages[0]).toEqual({ type: 'reset' });
    expect([...device.replica.nodes.keys()]).toEqual([anna.user.rootFolderId]);
  });

  it('SY12 closes with 4400 where the cursor is none', async () => {
    expect(await untilClosed(openSocket(anna, 'nonsense'))).toEqual({ code: 4400, heard: 0 });
  });

  it('SY13 closes with 4401, and tells nothing, where nobody is signed in', async () => {
    await folder('a');
    expect(await untilClosed(openSocket(world.visitor()))).toEqual({ code: 4401, heard: 0 });
    const left = await world.signIn(anna);
    const cookies = new Map(left.cookies);
    await left.post('/auth/logout');
    expect(await untilClosed(openSocket({ ...left, cookies } as Person))).toEqual({
      code: 4401,
      heard: 0,
    });
  });

  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('SY13 closes with 4403, and tells nothing, where %o asks', async (headers) => {
    await folder('a');
    expect(await untilClosed(openSocket(anna, undefined, headers))).toEqual({
      code: 4403,
      heard: 0,
    });
  });

  it('SY13 takes the page of this very server', async () => {
    const device = new FeedClient(anna);
    clients.push(device);
    await device.connect({ origin: world.origin, 'sec-fetch-site': 'same-origin' });
    await device.untilCurrent();
  });

  it('SY13 closes with 4429 where one person has too many sockets', async () => {
    const sockets = Array.from({ length: MAX_SOCKETS_PER_USER }, () => openSocket(anna));
    const opened = sockets.map((socket) => new Promise((open) => socket.once('message', open)));
    await Promise.all(opened);
    expect(await untilClosed(openSocket(anna))).toMatchObject({ code: 4429 });
    sockets.pop()?.terminate();
    await expect
      .poll(async () => {
        const socket = openSocket(anna);
        const first = await Promise.race([
          new Promise((open) => socket.once('message', () => open('served'))),
          untilClosed(socket),
        ]);
        socket.terminate();
        return first;
      })
      .toBe('served');
    for (const socket of sockets) socket.terminate();
  });

  const endings: [string, (other: Person) => Promise<unknown>][] = [
    ['is signed out', (other) => other.post('/auth/logout')],
    [
      'is signed out by another device',
      async () => {
        const { body } = await anna.get<{ items: { id: string; current: boolean }[] }>(
          '/auth/sessions',
        );
        for (const { id, current } of body.items) {
          if (!current) await anna.delete(`/auth/sessions/${id}`);
        }
      },
    ],
    [
      'has its password changed elsewhere',
      () => anna.post('/auth/password', { current: anna.password, next: 'another password' }),
    ],
  ];
  it.each(endings)('SY14 of a device that %s closes with 4401, and no other', async (_, end) => {
    const stays = await listen();
    const other = await world.signIn(anna);
    const socket = openSocket(other);
    const closed = untilClosed(socket);
    await new Promise((heard) => socket.once('message', heard));
    await end(other);
    expect((await closed).code).toBe(4401);
    await stays.untilSeen((await folder('later')).id);
  });

  it('SY15 does not take what a client says for anything', async () => {
    const device = new FeedClient(anna);
    clients.push(device);
    const socket = await device.connect();
    socket.send('{"type":"changes"}');
    socket.send(Buffer.from([1, 2, 3]));
    await device.untilSeen((await folder('a')).id);
  });

  it('SY15 closes where a client says much', async () => {
    const socket = openSocket(anna);
    socket.on('open', () => socket.send('x'.repeat(1025)));
    expect((await untilClosed(socket)).code).toBe(1009);
  });
});
