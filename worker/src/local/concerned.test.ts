import { Dexie } from 'dexie';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DOER, queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import { answer, beginOutbox, move, rename, send, TRASH } from '../../test/outbox-scene.ts';
import type { Mutation } from '../engine/mutations/mutation.ts';
import { QueueIndex, waitsFor } from '../engine/mutations/order.ts';
import { db } from './database.ts';
import { applyNodes } from './node-writes.ts';
import { NotQueued } from './not-queued.ts';
import { readFoldersToCome } from './outbox.ts';
import { readOutbox } from './read-outbox.ts';

beforeEach(beginOutbox);

const FOLDERS = ['f', 'g', 'new', 'root'];
const NAMES = ['a', 'b', 'folder', 'Trip'];

const mutations = fc.oneof<fc.Arbitrary<Mutation>[]>(
  fc.constantFrom(...NAMES).map(rename),
  fc.constantFrom(...FOLDERS).map(move),
  fc.constant<Mutation>(TRASH),
  fc.constant<Mutation>({ is: 'restore', homeId: null }),
  fc.constant<Mutation>({ is: 'purge' }),
  fc.constantFrom(...NAMES).map((name): Mutation => ({ ...NEW_FOLDER, name, parentId: 'f' })),
);

/** Queues a mutation of each node at once, begins to send one, or has it refused. */
const deeds = fc.oneof(
  fc.record({
    is: fc.constant('queue' as const),
    ids: fc.uniqueArray(fc.constantFrom('a', 'b', 'f', 'g', 'new'), { minLength: 1, maxLength: 3 }),
    mutation: mutations,
  }),
  fc.record({ is: fc.constantFrom('send', 'refuse'), at: fc.nat(9) }),
);
type Deed = typeof deeds extends fc.Arbitrary<infer One> ? One : never;

async function act(deed: Deed): Promise<void> {
  if ('ids' in deed) {
    await queueHere(deed.ids, deed.mutation).catch((error) => {
      if (!(error instanceof NotQueued)) throw error;
    });
    return;
  }
  const queued = await readOutbox(DOER.userId);
  const nodeId = queued[deed.at % queued.length]?.nodeId;
  if (nodeId === undefined) return;
  if (deed.is === 'send') await send(nodeId);
  else await answer(nodeId, { is: 'refused', code: 'forbidden' });
}

describe('what is read of the queue for a change', () => {
  it('is all that it has to wait for, and all that must not fall away', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 4, maxLength: 12 }), async (all) => {
        await beginOutbox();
        await applyNodes([aFolder({ id: 'g', parentId: 'f', name: 'g' })]);
        for (const deed of all) {
          const before = await readOutbox(DOER.userId);
          await act(deed);
          const after = await readOutbox(DOER.userId);
          expectWhole(before, after);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

type Rows = Awaited<ReturnType<typeof readOutbox>>;

/** As if each new one had been compared with everything that was there. */
function expectWhole(before: Rows, after: Rows): void {
  const kept = new Set(after.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const index = new QueueIndex(before.filter(({ id }) => kept.has(id)));
  for (const row of after.filter(({ id }) => !known.has(id))) {
    expect([...row.after].sort()).toEqual(waitsFor(row, index).sort());
    index.add(row);
  }
  const waitedFor = new Set(after.flatMap((row) => (known.has(row.id) ? row.after : [])));
  const dropped = before.filter(({ id }) => !kept.has(id));
  expect(dropped.filter(({ id }) => waitedFor.has(id))).toEqual([]);
}

describe('a database of an earlier version', () => {
  it('opens, and what waits in it is found by all that it has to do with', async () => {
    await applyNodes([aNode({ id: 'c', name: 'c', parentId: 'f' })]);
    await queueHere(['new'], { ...NEW_FOLDER, parentId: 'f' });
    await queueHere(['c'], rename('x'));
    const rows = await readOutbox(DOER.userId);
    const nodes = await db.nodes.toArray();
    const shadows = await db.shadows.toArray();
    await asVersion11(async (old) => {
      await old.table('outbox').bulkAdd(rows);
      await old.table('nodes').bulkAdd(nodes);
      await old.table('shadows').bulkAdd(shadows);
    });
    await queueHere(['f'], TRASH);
    const trash = (await readOutbox(DOER.userId)).find(({ nodeId }) => nodeId === 'f');
    expect([...(trash?.after ?? [])].sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(await readFoldersToCome(DOER.userId)).toEqual(['new']);
  });
});

/** Makes the database anew as it was before the outbox had these indexes, and opens it as it is now. */
async function asVersion11(fill: (old: Dexie) => Promise<void>): Promise<void> {
  const stores = Object.fromEntries(db.tables.map(({ name, schema }) => [name, sourceOf(schema)]));
  await db.delete({ disableAutoOpen: false });
  const old = new Dexie(db.name);
  const outbox = 'id, nodeId, [deedId+state], [userId+position], [userId+state]';
  old.version(11).stores({ ...stores, outbox, shadows: 'id, purgedAt' });
  await fill(old);
  old.close();
  await db.open();
}

function sourceOf({ primKey, indexes }: (typeof db.outbox)['schema']): string {
  return [primKey, ...indexes].map(({ src }) => src).join(', ');
}
