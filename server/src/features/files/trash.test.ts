import type { Node } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { type Owner, seedFile, seedFolder, seedOwner } from '../../../test/tree.ts';
import { ManualClock } from '../../adapters/memory/clock.ts';
import type { Database } from '../../lib/tx.ts';
import { getNode } from '../folders/index.ts';
import { getFile } from './get-file.ts';
import { listTrash } from './list-trash.ts';
import { restoreNode } from './restore-node.ts';
import { trashNode } from './trash-node.ts';

let database: TestDatabase;
let db: Database;
let anna: Owner;
const clock = new ManualClock();
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.drop());
beforeEach(async () => {
  anna = await seedOwner(db);
});

const folder = (name: string, parentId?: string) => seedFolder(db, anna, name, parentId);
const file = (name: string, parentId = anna.rootId) => seedFile(db, anna, name, { parentId });
const who = (id: string) => ({ userId: anna.userId, id });
const restore = (id: string) => restoreNode({ transact: (work) => db.transact(work) }, who(id));
const get = (id: string) => getFile({ db }, who(id));

function trash(id: string): Promise<Node> {
  clock.advance(1000);
  return trashNode({ clock, transact: (work) => db.transact(work) }, who(id));
}

async function trashedNames(limit = 200): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await listTrash({ db }, { userId: anna.userId, limit, ...(cursor && { cursor }) });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  return names;
}

describe('trashNode', () => {
  it('NO13 takes a node out of its folder and says since when', async () => {
    const node = await file('a');
    await trash(node.id);
    const { node: trashed } = await get(node.id);
    const trashedAt = clock.now().toISOString();
    expect(trashed).toEqual({ ...node, trashedAt, seq: node.seq + 1 });
  });

  it('NO13 takes all beneath a folder along in one change', async () => {
    const top = await folder('top');
    const inner = await file('a', top.id);
    await trash(top.id);
    const { node, path } = await get(inner.id);
    expect(node).toMatchObject({ trashedAt: clock.now().toISOString(), seq: inner.seq });
    expect(path.map(({ name }) => name)).toEqual(['My files', 'top']);
    expect(await getNode(db, inner.id)).toEqual(inner);
  });

  it('NO13 leaves what is in the trash already as it is', async () => {
    const top = await folder('top');
    const inner = await file('a', top.id);
    await trash(top.id);
    const before = await getNode(db, top.id);
    await trash(top.id);
    await trash(inner.id);
    expect(await getNode(db, top.id)).toEqual(before);
    expect(await getNode(db, inner.id)).toEqual(inner);
  });

  it('NO12 refuses the root', async () => {
    await expectRefusal(trash(anna.rootId), 'forbidden');
  });

  it('NO20 refuses what is not there or not visible', async () => {
    const his = await seedFile(db, await seedOwner(db, 'Ben'), 'his');
    await expectRefusal(trash(his.id), 'not-found');
    await expectRefusal(trash(uuidv7()), 'not-found');
  });
});

describe('restoreNode', () => {
  it('NO15 brings a node back to where it was, under its id', async () => {
    const inner = await file('a', (await folder('top')).id);
    await trash(inner.id);
    expect(await restore(inner.id)).toEqual({ ...inner, seq: inner.seq + 2 });
  });

  it('NO15 brings back what lies beneath a folder, but not what was trashed before it', async () => {
    const top = await folder('top');
    const [stays, gone] = [await file('stays', top.id), await file('gone', top.id)];
    await trash(gone.id);
    await trash(top.id);
    await restore(top.id);
    expect((await get(stays.id)).node.trashedAt).toBeNull();
    expect((await get(gone.id)).node.trashedAt).not.toBeNull();
  });

  it('NO15 numbers the name where it was taken meanwhile', async () => {
    const node = await file('a.txt');
    await trash(node.id);
    await file('A.TXT');
    expect(await restore(node.id)).toMatchObject({ name: 'a (2).txt' });
  });

  it('NO15 brings it to the root where its folder is in the trash', async () => {
    const top = await folder('top');
    const [inner, own] = [await file('inner', top.id), await file('own', top.id)];
    await trash(own.id);
    await trash(top.id);
    expect(await restore(own.id)).toMatchObject({ parentId: anna.rootId, trashedAt: null });
    expect(await restore(inner.id)).toMatchObject({ parentId: anna.rootId, trashedAt: null });
    expect((await get(top.id)).node.trashedAt).not.toBeNull();
  });

  it('NO15 leaves what is not in the trash as it is', async () => {
    const node = await file('a');
    expect(await restore(node.id)).toEqual(node);
    expect(await restore(anna.rootId)).toMatchObject({ parentId: null });
  });

  it('NO15 gives each its own name when many of one name come back at once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) {
      const { id } = await file('a');
      ids.push(id);
      await trash(id);
    }
    const names = (await Promise.all(ids.map(restore))).map(({ name }) => name);
    expect(names.sort()).toEqual(['a', ...[2, 3, 4, 5, 6, 7, 8].map((n) => `a (${n})`)]);
  });

  it('NO20 refuses what is not there or not visible', async () => {
    const his = await seedFile(db, await seedOwner(db, 'Ben'), 'his');
    await expectRefusal(restore(his.id), 'not-found');
    await expectRefusal(restore(uuidv7()), 'not-found');
  });
});

describe('listTrash', () => {
  it('NO16 lists what was trashed itself, newest first, in pages', async () => {
    const top = await folder('top');
    const own = await file('own', top.id);
    await file('inner', top.id);
    const last = await file('last');
    for (const { id } of [own, top, last]) await trash(id);
    await seedFile(db, await seedOwner(db, 'Ben'), 'his');
    for (const limit of [1, 2, 3, 200]) {
      expect(await trashedNames(limit)).toEqual(['last', 'top', 'own']);
    }
  });

  it('NO16 comes to each once where many were trashed at the same moment', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) {
      const { id } = await file(name);
      await db.query('update nodes set trashed_at = $2 where id = $1', [id, clock.now()]);
    }
    expect((await trashedNames(2)).sort()).toEqual(names);
  });

  it('NO4 refuses a cursor of another list', async () => {
    const page = listTrash({ db }, { userId: anna.userId, limit: 1, cursor: 'bm8' });
    await expectRefusal(page, 'invalid-request');
  });
});
