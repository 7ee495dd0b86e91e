// Several devices of one person change the same tree, with and without a network. Whatever they do, they
// end up with what the server has. A failure tells its seed and path: CONVERGE_SEED runs it again.
import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mutation } from '../../worker/src/engine/mutations/mutation.ts';
import { Device, type TreeNode } from './device.ts';
import { type Person, startWorld, type World } from './wire.ts';

const RUNS = Number(process.env.CONVERGE_RUNS ?? 500);
const SEED = process.env.CONVERGE_SEED;
const DEVICES = 3;
const NAMES = ['a', 'A', 'b', 'c'] as const;
/** Sooner than this everything has been sent, unless something waits for ever. */
const MOST_ROUNDS = 30;

let world: World;
let person: Person;
let devices: Device[];

beforeAll(async () => {
  world = await startWorld();
  person = await world.signUp();
  devices = [];
  for (let n = 0; n < DEVICES; n += 1) devices.push(await Device.of(person));
});
afterAll(() => world.stop());

const nth = fc.nat(9);
const name = fc.constantFrom(...NAMES);
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('create'), parent: nth, name }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('rename'), node: nth, name }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('move'), node: nth, parent: nth }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('trash'), node: nth }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('restore'), node: nth }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('purge'), node: nth }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('undo'), node: nth }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('sync') }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('hear') }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('sync-all') }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('offline') }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('online') }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('lose') }) },
);
type Deed = { is: string; node?: number; parent?: number; name?: string };
const step = fc.record({ device: fc.nat(DEVICES - 1), deed: deed as fc.Arbitrary<Deed> });
type Step = { device: number; deed: Deed };

it('devices that were offline end up with the same tree as the server', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      await begin();
      for (const one of steps) await take(one);
      await settleAll();
      await expectOneTree();
    }),
    { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
  );
}, 600_000);

async function begin(): Promise<void> {
  const rootId = person.user.rootFolderId;
  const { db } = world.deps;
  await db.query('delete from nodes where space_id = $1 and id <> $2', [
    person.user.personalSpaceId,
    rootId,
  ]);
  for (const device of devices) await device.begin();
}

async function take({ device: n, deed: { is, ...about } }: Step): Promise<void> {
  const device = devices[n];
  if (device === undefined) return;
  if (is === 'sync') return device.sync();
  if (is === 'hear') return device.hear();
  if (is === 'sync-all') return void (await Promise.all(devices.map((one) => one.sync())));
  if (is === 'offline' || is === 'online') {
    device.isOnline = is === 'online';
    return;
  }
  if (is === 'lose') {
    device.toLose += 1;
    return;
  }
  if (is === 'undo') return device.undo(about.node ?? 0);
  await change(device, is, about);
}

async function change(device: Device, is: string, about: Omit<Deed, 'is'>): Promise<void> {
  const tree = await device.tree();
  const live = tree.filter((node) => node.parentId !== null && !node.isTrashed);
  const trashed = tree.filter((node) => node.isTrashed);
  const folders = tree.filter((node) => !node.isTrashed);
  const node = pick(is === 'restore' || is === 'purge' ? trashed : live, about.node);
  const parentId = pick(folders, about.parent)?.id ?? person.user.rootFolderId;
  if (is === 'create') await device.do(uuidv7(), newFolder(parentId, about.name ?? 'a'));
  else if (node !== undefined) await device.do(node.id, mutationOf(is, parentId, about.name));
}

function newFolder(parentId: string, folderName: string): Mutation {
  const { id, displayName, personalSpaceId: spaceId } = person.user;
  const by = { id, displayName };
  return { is: 'create-folder', name: folderName, parentId, spaceId, by, joins: false };
}

function mutationOf(is: string, parentId: string, newName = 'a'): Mutation {
  if (is === 'rename') return { is, name: newName };
  if (is === 'move') return { is, parentId };
  if (is === 'restore') return { is, homeId: null };
  return { is: is === 'trash' ? 'trash' : 'purge' };
}

function pick(nodes: readonly TreeNode[], n = 0): TreeNode | undefined {
  return nodes[n % Math.max(1, nodes.length)];
}

/** Everybody is on line, sends, lets go what was refused, and hears of all the others. */
async function settleAll(): Promise<void> {
  for (const device of devices) {
    device.isOnline = true;
    device.toLose = 0;
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const device of devices) await device.sync();
    let open = 0;
    for (const device of devices) open += (await device.letGo()) + (await device.countWaiting());
    if (open > 0) continue;
    for (const device of devices) await device.sync();
    return;
  }
  throw new Error(`still waiting: ${JSON.stringify(await leftovers())}`);
}

async function leftovers(): Promise<unknown[]> {
  return Promise.all(devices.map((device) => device.leftovers()));
}

async function expectOneTree(): Promise<void> {
  const truth = await serverTree();
  for (const device of devices) expect(await device.tree()).toEqual(truth);
  expect(await leftovers()).toEqual(devices.map(() => []));
  await expectNothingLost(new Set(truth.map(({ id }) => id)));
}

/** What the server was heard to have made is there, or was deleted for good. */
async function expectNothingLost(there: ReadonlySet<string>): Promise<void> {
  const gone = await world.deps.db.query<{ id: string }>('select node_id as id from tombstones');
  const purged = new Set(gone.map(({ id }) => id));
  for (const device of devices) {
    const lost = [...device.made].filter((id) => !there.has(id) && !purged.has(id));
    expect(lost).toEqual([]);
  }
}

async function serverTree(): Promise<TreeNode[]> {
  const rows = await world.deps.db.query<Omit<TreeNode, 'isTrashed'> & { trashedAt: unknown }>(
    `select id, parent_id as "parentId", name, trashed_at as "trashedAt", seq
       from nodes where space_id = $1`,
    [person.user.personalSpaceId],
  );
  return rows
    .map(({ trashedAt, ...node }) => ({ ...node, isTrashed: trashedAt !== null }))
    .map(({ id, parentId, name: itsName, isTrashed, seq }) => {
      return { id, parentId, name: itsName, isTrashed, seq };
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}
