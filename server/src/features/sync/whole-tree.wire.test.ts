import type { Node } from '@satchel/shared/wire/nodes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomDeeds, seededRandom } from '../../../test/random-deeds.ts';
import { byId, Replica } from '../../../test/replica.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const DEEDS = 120;

async function list(who: Person, path: string): Promise<Node[]> {
  const answer = await who.get<{ items: Node[]; nextCursor: null }>(path);
  expect([answer.status, answer.body.nextCursor]).toEqual([200, null]);
  return answer.body.items.sort(byId);
}

/** Folder by folder, what a device has is what the server lists. */
async function expectSameTree(who: Person, device: Replica): Promise<void> {
  const reachable = [who.user.rootFolderId];
  for (const folderId of reachable) {
    const children = await list(who, `/files?limit=1000&folderId=${folderId}`);
    expect(device.children(folderId)).toEqual(children);
    for (const child of children) if (child.kind === 'folder') reachable.push(child.id);
  }
  expect(device.trash()).toEqual(await list(who, '/trash?limit=1000'));
}

describe('a tree that is made of the feed alone', () => {
  it.each([1, 2, 3, 4])('SY2 is the tree of the server, with seed %i', async (seed) => {
    const anna = await world.signUp(`Anna ${seed}`);
    const random = seededRandom(seed);
    const deeds = new RandomDeeds(anna, random);
    const [eager, slow] = [new Replica(), new Replica()];
    for (let n = 0; n < DEEDS; n++) {
      await deeds.act();
      if (random() < 0.3) await eager.catchUp(anna, 1 + Math.floor(random() * 5));
      if (n === DEEDS / 2) await slow.catchUp(anna);
    }
    await slow.catchUp(anna, 3);
    await eager.catchUp(anna);
    await expectSameTree(anna, slow);
    await expectSameTree(anna, eager);
    const late = new Replica();
    await late.catchUp(anna, 7);
    const all = (device: Replica) => [...device.nodes.values()].sort(byId);
    expect(all(eager)).toEqual(all(late));
    expect(all(slow)).toEqual(all(late));
  });
});
