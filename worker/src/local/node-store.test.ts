import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { aFolder, aNode } from '../../test/nodes.ts';
import { db } from './database.ts';
import { onNodeNews } from './node-news.ts';
import {
  addNodes,
  countNodes,
  deleteNodes,
  eachNames,
  findHere,
  getChildren,
  getNode,
  getNodes,
  getTrashRoots,
  nodeStores,
  putNodes,
} from './node-store.ts';
import type { NodeRow } from './rows.ts';
import { wipe } from './wipe.ts';

beforeEach(wipe);

const IDS = Array.from({ length: 112 }, (_, i) => idOf(i));
const PARENTS = ['one', 'two'];

/** Every fifth shares its mark with another: then the segment itself is asked. */
function idOf(i: number): string {
  const last = (i % 5 === 0 ? i + 1 : i).toString(16).padStart(12, '0');
  return `${i.toString(16).padStart(8, '0')}-0000-4000-8000-${last}`;
}

function rowOf(id: string, facts: Partial<NodeRow> = {}): NodeRow {
  return { ...aNode({ id, name: id, parentId: 'one' }), isTrashRoot: 0, appliedAt: 1, ...facts };
}

const write = (act: () => Promise<void>) => db.transaction('rw', nodeStores, act);

describe('the store of nodes', () => {
  it('keeps a tree that comes in few records, and one that is edited in a row of its own', async () => {
    await write(() => addNodes(IDS.map((id) => rowOf(id))));
    expect([await db.segments.count(), await db.nodes.count()]).toEqual([1, 0]);
    await write(() => putNodes([rowOf(idOf(7), { name: 'edited' })]));
    expect([await db.segments.count(), await db.nodes.count()]).toEqual([1, 1]);
    expect((await getNode(idOf(7)))?.name).toBe('edited');
    expect(await countNodes()).toBe(IDS.length);
  });

  it('keeps folders, the trash and small numbers of files in rows', async () => {
    const folders = IDS.slice(0, 20).map((id) => ({ ...rowOf(id), ...aFolder({ id }) }));
    const trash = IDS.slice(20, 60).map((id) => rowOf(id, { trashedAt: '2026', isTrashRoot: 1 }));
    const few = IDS.slice(60).map((id) => rowOf(id));
    await write(() => addNodes([...folders, ...trash, ...few]));
    expect([await db.segments.count(), await db.nodes.count()]).toEqual([0, IDS.length]);
  });

  it('tells which node of a segment was edited, moved or deleted', async () => {
    await write(() => addNodes(IDS.map((id) => rowOf(id))));
    const told: (readonly string[] | null)[] = [];
    const stop = onNodeNews((news) => told.push(news));
    await write(() => putNodes([rowOf(idOf(1), { parentId: 'two' })]));
    await write(() => deleteNodes([idOf(2)]));
    await expect.poll(() => told).toEqual([[idOf(1)], [idOf(2)]]);
    stop();
  });

  it('tells that any node may have changed where a segment came', async () => {
    const told: (readonly string[] | null)[] = [];
    const stop = onNodeNews((news) => told.push(news));
    await write(() => addNodes(IDS.map((id) => rowOf(id))));
    await expect.poll(() => told).toEqual([null]);
    stop();
  });

  it('says what a plain table of rows would say', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
        await wipe();
        const plain = new Map<string, NodeRow>();
        for (const step of steps) await take(step, plain);
        await compare(plain);
      }),
      { numRuns: 30 },
    );
  });
});

type Step =
  | { readonly is: 'add' | 'put'; readonly rows: readonly NodeRow[] }
  | { readonly is: 'delete'; readonly ids: readonly string[] };

const anyRow = (id: string) =>
  fc
    .record({
      parentId: fc.constantFrom(...PARENTS),
      isTrashRoot: fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const),
      isFolder: fc.nat(9).map((n) => n === 0),
      seq: fc.nat(),
    })
    .map(({ parentId, isTrashRoot, isFolder, seq }) => {
      const trashedAt = isTrashRoot === 1 ? '2026' : null;
      const facts = { parentId, isTrashRoot, trashedAt, seq };
      return rowOf(id, isFolder ? { ...facts, kind: 'folder' } : facts);
    });

const someIds = (least: number) => fc.subarray(IDS, { minLength: least });
const someRows = (least: number) =>
  someIds(least).chain((ids) => fc.tuple(...ids.map((id) => anyRow(id))));

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  someRows(104).map((rows) => ({ is: 'add' as const, rows })),
  someRows(1).map((rows) => ({ is: 'put' as const, rows: rows.slice(0, 60) })),
  someIds(1).map((ids) => ({ is: 'delete' as const, ids: ids.slice(0, 90) })),
);

async function take(step: Step, plain: Map<string, NodeRow>): Promise<void> {
  await write(async () => {
    if (step.is === 'delete') {
      await deleteNodes(step.ids);
      for (const id of step.ids) plain.delete(id);
      return;
    }
    const here = await findHere(step.rows.map(({ id }) => id));
    for (const id of plain.keys())
      if (step.rows.some((row) => row.id === id)) expect(here).toContain(id);
    const rows = step.is === 'put' ? step.rows : step.rows.filter(({ id }) => !here.has(id));
    await (step.is === 'put' ? putNodes(rows) : addNodes(rows));
    for (const row of rows) plain.set(row.id, row);
  });
}

async function compare(plain: ReadonlyMap<string, NodeRow>): Promise<void> {
  const sorted = (rows: Iterable<NodeRow>) => [...rows].sort((a, b) => a.id.localeCompare(b.id));
  const those = (is: (row: NodeRow) => boolean) => sorted([...plain.values()].filter(is));
  expect(await getNodes(IDS)).toEqual(IDS.map((id) => plain.get(id)));
  for (const parentId of PARENTS) {
    const children = those((row) => row.parentId === parentId && row.isTrashRoot === 0);
    expect(sorted(await getChildren([parentId]))).toEqual(children);
  }
  expect(sorted(await getTrashRoots())).toEqual(those(({ isTrashRoot }) => isTrashRoot === 1));
  const all: NodeRow[] = [];
  await eachNames((rows) => all.push(...rows.map((row) => row.whole())));
  expect(sorted(all)).toEqual(those(() => true));
}
