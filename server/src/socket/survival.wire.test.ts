import { afterEach, describe, expect, it } from 'vitest';
import { FeedClient, openSocket, untilClosed } from '../../test/feed-client.ts';
import { LossyBus } from '../../test/lossy-bus.ts';
import { seedManyFolders } from '../../test/many-nodes.ts';
import { Replica } from '../../test/replica.ts';
import { seedFolder } from '../../test/tree.ts';
import { ownerOf } from '../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../test/wire.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

type Start = Parameters<typeof startWorld>;

async function start(...how: Start): Promise<{ anna: Person; world: World }> {
  const started = await startWorld(...how);
  world = started;
  return { anna: await started.signUp('Anna'), world: started };
}

async function listen(who: Person): Promise<FeedClient> {
  const client = new FeedClient(who);
  await client.connect();
  await client.untilCurrent();
  return client;
}

describe('a bus that loses every message', () => {
  it('SY16 costs a look, and no change', async () => {
    const { anna, world } = await start({ bus: new LossyBus() }, { sweepMs: 20 });
    const device = await listen(anna);
    for (const name of ['a', 'b', 'c']) {
      const { id } = await seedFolder(world.deps.db, ownerOf(anna), name);
      await device.untilSeen(id);
    }
  });

  it('SY16 does not keep the socket of an ended session open', async () => {
    const { anna } = await start({ bus: new LossyBus() }, { sessionsMs: 20 });
    const socket = openSocket(anna);
    const closed = untilClosed(socket);
    await new Promise((heard) => socket.once('message', heard));
    await anna.post('/auth/logout');
    expect((await closed).code).toBe(4401);
  });
});

describe('a space that is set back', () => {
  it('SY12 makes open sockets start over', async () => {
    const { anna, world } = await start({}, { sweepMs: 20 });
    const device = await listen(anna);
    await device.untilSeen((await seedFolder(world.deps.db, ownerOf(anna), 'a')).id);
    await world.deps.db.query('delete from nodes where parent_id is not null');
    await world.deps.db.query('update spaces set head = 1');
    await expect.poll(() => device.messages.some(({ type }) => type === 'reset')).toBe(true);
    await device.untilCurrent();
    expect([...device.replica.nodes.keys()]).toEqual([anna.user.rootFolderId]);
    await device.untilSeen((await seedFolder(world.deps.db, ownerOf(anna), 'b')).id);
  });
});

describe('a session', () => {
  it('SY14 that expires closes its sockets', async () => {
    const { anna, world } = await start({}, { sessionsMs: 20 });
    const socket = openSocket(anna);
    const closed = untilClosed(socket);
    await new Promise((heard) => socket.once('message', heard));
    await world.deps.db.query('update sessions set expires_at = $1', [world.deps.clock.now()]);
    expect((await closed).code).toBe(4401);
  });

  it('SY14 is used by an open socket, and lives on', async () => {
    const { anna, world } = await start({}, { sessionsMs: 20 });
    await listen(anna);
    const expiry = async () => {
      const [row] = await world.deps.db.query<{ at: Date }>(
        'select expires_at as at from sessions',
      );
      return row?.at.getTime() ?? 0;
    };
    const before = await expiry();
    world.deps.clock.advance(2 * 60 * 60 * 1000);
    await expect.poll(expiry).toBeGreaterThan(before);
  });
});

describe('a peer', () => {
  it('SY15 that is silent is dropped, and asked before', async () => {
    const { anna } = await start({}, { sweepMs: 10, pingMs: 30, silenceMs: 200 });
    const socket = openSocket(anna);
    let pings = 0;
    socket.on('ping', () => {
      pings += 1;
    });
    socket.on('open', () => {
      socket.pong = () => {};
    });
    expect((await untilClosed(socket)).code).toBe(1006);
    expect(pings).toBeGreaterThan(1);
  });

  it('SY15 that answers stays', async () => {
    const { anna, world } = await start({}, { sweepMs: 10, pingMs: 10, silenceMs: 1000 });
    const device = new FeedClient(anna);
    const socket = await device.connect();
    let pings = 0;
    socket.on('ping', () => {
      pings += 1;
    });
    await expect.poll(() => pings, { timeout: 30_000 }).toBeGreaterThan(150);
    await device.untilSeen((await seedFolder(world.deps.db, ownerOf(anna), 'a')).id);
  });

  it('SY17 learns with 1001 that the server stops', async () => {
    const { anna, world: started } = await start();
    world = undefined;
    const socket = openSocket(anna);
    const closed = untilClosed(socket);
    await new Promise((heard) => socket.once('message', heard));
    await started.stop();
    expect((await closed).code).toBe(1001);
  });
});

describe('readers that do not read', () => {
  const READERS = 4;
  // Longer names than a request could give: fewer changes for as many bytes.
  const CHANGES = 8_000;
  const NAME_BYTES = 2_500;
  // As much as is sent to one reader: garbage that is not collected yet is counted too.
  const MAX_HELD_BYTES = CHANGES * (NAME_BYTES + 500);

  it('SY18 take no memory, hold nobody up, and have it all once they read again', async () => {
    const { anna, world } = await start();
    const stuck = Array.from({ length: READERS }, () => new FeedClient(anna));
    const sockets = await Promise.all(stuck.map((client) => client.connect()));
    await Promise.all(stuck.map((client) => client.untilCurrent()));
    const reading = await listen(anna);
    for (const socket of sockets) socket.pause();
    const before = process.memoryUsage().arrayBuffers;
    for (let n = 0; n < CHANGES; n += 2000) {
      await seedManyFolders(world.deps.db, ownerOf(anna), 2000, NAME_BYTES);
    }
    await expect.poll(() => reading.replica.nodes.size, { timeout: 90_000 }).toBe(CHANGES + 1);
    const held = process.memoryUsage().arrayBuffers - before;
    expect(held).toBeLessThan(MAX_HELD_BYTES);
    expect(await world.deps.metrics.text()).toMatch(
      new RegExp(`satchel_sockets_fallen_behind_total (${READERS}|[1-9]\\d+)`),
    );
    for (const socket of sockets) socket.resume();
    const whole = new Replica();
    await whole.catchUp(anna, 1000);
    for (const { replica } of stuck) {
      await expect.poll(() => replica.cursor, { timeout: 60_000 }).toBe(whole.cursor);
      expect(replica.nodes.size).toBe(whole.nodes.size);
    }
  }, 180_000);
});
