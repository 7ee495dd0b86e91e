import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeedClient } from '../../../test/feed-client.ts';
import { RandomDeeds, seededRandom } from '../../../test/random-deeds.ts';
import { byId, Replica } from '../../../test/replica.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const WRITERS = 16;
const DEEDS = 12;
const READERS = 4;

const all = (replica: Replica) => [...replica.nodes.values()].sort(byId);

/** Asks over HTTP until `isOver`, and keeps what it had at every cursor. */
async function readAlong(who: Person, limit: number, isOver: () => boolean): Promise<Replica[]> {
  const reader = new Replica();
  const stops: Replica[] = [];
  for (let isLast = false; !isLast; ) {
    isLast = isOver();
    await reader.catchUp(who, limit);
    stops.push(reader.copy());
  }
  return stops;
}

/** Listens over a socket that is cut again and again, until `isOver`. */
async function listenAlong(
  who: Person,
  random: () => number,
  isOver: () => boolean,
): Promise<FeedClient> {
  const client = new FeedClient(who);
  while (!isOver()) {
    await client.connect();
    const heard = client.messages.length + Math.floor(random() * 5);
    await expect
      .poll(() => isOver() || client.messages.length > heard, { timeout: 30_000, interval: 1 })
      .toBe(true);
    client.cut();
  }
  await client.connect();
  return client;
}

describe('sixteen writers at once', () => {
  it.each([1, 2, 3])('SY2 SY11 leave no gap at any cursor, try %i', async (seed) => {
    const anna = await world.signUp(`Anna ${seed}`);
    let isOver = false;
    const along = Array.from({ length: READERS }, (_, n) =>
      readAlong(anna, 1 + 3 * n, () => isOver),
    );
    const listening = Array.from({ length: READERS }, (_, n) =>
      listenAlong(anna, seededRandom(100 * seed + n), () => isOver),
    );
    const writing = Array.from({ length: WRITERS }, async (_, n) => {
      const deeds = new RandomDeeds(anna, seededRandom(1000 * seed + n));
      for (let deed = 0; deed < DEEDS; deed++) await deeds.act();
    });
    await Promise.all(writing);
    isOver = true;
    const late = new Replica();
    await late.catchUp(anna);
    const stops = (await Promise.all(along)).flat();
    expect(stops.length).toBeGreaterThan(READERS);
    for (const stop of stops) {
      await stop.catchUp(anna);
      expect(all(stop)).toEqual(all(late));
    }
    for (const client of await Promise.all(listening)) {
      await expect.poll(() => client.replica.cursor, { timeout: 30_000 }).toBe(late.cursor);
      expect(all(client.replica)).toEqual(all(late));
      client.cut();
    }
  });
});
