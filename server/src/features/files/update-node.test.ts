import { MAX_FOLDER_DEPTH } from '@satchel/shared/limits';
import type { Node } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { type Owner, seedFile, seedFolder, seedOwner } from '../../../test/tree.ts';
import type { Database } from '../../lib/tx.ts';
import { findLineage, getNode } from '../folders/index.ts';
import { type UpdateNodeInput, updateNode } from './update-node.ts';

let database: TestDatabase;
let db: Database;
let anna: Owner;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.drop());
beforeEach(async () => {
  anna = await seedOwner(db);
});

function update(id: string, change: Omit<UpdateNodeInput, 'userId' | 'id'>): Promise<Node> {
  const { userId } = anna;
  return updateNode({ transact: (work) => db.transact(work) }, { ...change, userId, id });
}

const folder = (name: string, parentId?: string) => seedFolder(db, anna, name, parentId);
const file = (name: string, parentId = anna.rootId) => seedFile(db, anna, name, { parentId });
const trash = (id: string) => db.query('update nodes set trashed_at = now() where id = $1', [id]);

async function seedChain(levels: number, parentId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < levels; i++) {
    ids.push((await folder('d', ids.at(-1) ?? parentId)).id);
  }
  return ids;
}

describe('updateNode', () => {
  it('NO8 renames: the id stays, and so does when and by whom it was modified', async () => {
    const before = await file('a.txt');
    const after = await update(before.id, { name: 'b.txt' });
    expect(after).toEqual({ ...before, name: 'b.txt', seq: before.seq + 1 });
    expect(await getNode(db, before.id)).toEqual(after);
  });

  it('NO8 moves and renames at once', async () => {
    const to = await folder('to');
    await file('a.txt', to.id);
    const moved = await update((await file('a.txt')).id, { folderId: to.id, name: 'b.txt' });
    expect(moved).toMatchObject({ parentId: to.id, name: 'b.txt' });
  });

  it('NO22 moves to the root of the own space where the folder is null', async () => {
    const inner = await file('a.txt', (await folder('from')).id);
    expect(await update(inner.id, { folderId: null })).toMatchObject({ parentId: anna.rootId });
  });

  it('NO8 moves a folder with all beneath it', async () => {
    const [from, to] = [await folder('from'), await folder('to')];
    const inner = await file('a.txt', from.id);
    await update(from.id, { folderId: to.id });
    const { steps } = await findLineage(db, inner.id);
    expect(steps.map(({ name }) => name)).toEqual(['My files', 'to', 'from', 'a.txt']);
  });

  it('NO8 changes the case of a name', async () => {
    const node = await folder('reports');
    expect(await update(node.id, { name: 'Reports' })).toMatchObject({ name: 'Reports' });
  });

  it('NO8 leaves what is already so as it is, its number too', async () => {
    const node = await file('Café.txt');
    const same = { name: 'Cafe\u0301.txt', folderId: anna.rootId, baseSeq: node.seq };
    expect(await update(node.id, same)).toEqual(node);
  });

  it('NO7 refuses a name that a sibling has, there or where it goes', async () => {
    const [node, to] = [await file('a.txt'), await folder('to')];
    await file('B.TXT');
    await file('A.TXT', to.id);
    await expectRefusal(update(node.id, { name: 'b.txt' }), 'name-taken');
    await expectRefusal(update(node.id, { folderId: to.id }), 'name-taken');
    expect(await getNode(db, node.id)).toEqual(node);
  });

  it('NO7 takes the name of what is in the trash', async () => {
    await trash((await file('b.txt')).id);
    expect(await update((await file('a.txt')).id, { name: 'b.txt' })).toMatchObject({
      name: 'b.txt',
    });
  });

  it('NO7 lets one of two win who take the same name at once', async () => {
    const nodes = [await file('a'), await file('b')];
    const results = await Promise.allSettled(nodes.map(({ id }) => update(id, { name: 'c' })));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('NO1 refuses a name that is none', async () => {
    await expectRefusal(update((await file('a')).id, { name: ' ' }), 'invalid-name');
  });

  it('NO9 refuses where it has changed since the client looked', async () => {
    const node = await file('a');
    const renamed = await update(node.id, { name: 'b', baseSeq: node.seq });
    const stale = update(node.id, { name: 'c', baseSeq: node.seq });
    const { details } = await expectRefusal(stale, 'version-conflict');
    expect(details.members).toEqual({ seq: renamed.seq });
  });

  it('NO10 refuses to put a folder into itself or into what lies beneath it', async () => {
    const [a = '', b = '', c = ''] = await seedChain(3, anna.rootId);
    for (const folderId of [a, b, c]) await expectRefusal(update(a, { folderId }), 'cycle');
    expect(await update(c, { folderId: a, name: 'c' })).toMatchObject({ parentId: a });
  });

  it('NO10 lets no cycle come of moves at once', async () => {
    for (let round = 0; round < 10; round++) {
      const ids = await Promise.all([0, 1, 2].map(async (i) => (await folder(`${round}-${i}`)).id));
      const [a = '', b = '', c = ''] = ids;
      const moves = [
        update(a, { folderId: b }),
        update(b, { folderId: c }),
        update(c, { folderId: a }),
      ];
      const results = await Promise.allSettled(moves);
      expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      for (const id of ids) expect((await findLineage(db, id)).steps[0]?.id).toBe(anna.rootId);
    }
  });

  it('NO11 refuses a move that would nest folders too deep', async () => {
    const deep = await seedChain(MAX_FOLDER_DEPTH - 2, anna.rootId);
    const low = await seedChain(2, (await folder('other')).id);
    const top = (await findLineage(db, low[0] ?? '')).steps[1]?.id ?? '';
    await expectRefusal(update(top, { folderId: deep.at(-1) ?? '' }), 'too-deep');
    await update(top, { folderId: deep.at(-2) ?? '', name: 'x' });
    await expectRefusal(update(top, { folderId: deep.at(-1) ?? '' }), 'too-deep');
    const leaf = await file('a', low.at(-1) ?? '');
    expect((await findLineage(db, leaf.id)).steps).toHaveLength(MAX_FOLDER_DEPTH + 2);
  });

  it('NO12 refuses to rename or move the root', async () => {
    await expectRefusal(update(anna.rootId, { name: 'Mine' }), 'forbidden');
    const to = await folder('to');
    await expectRefusal(update(anna.rootId, { folderId: to.id }), 'forbidden');
  });

  it('NO14 refuses what is in the trash, and a folder that is', async () => {
    const [top, to] = [await folder('top'), await folder('to')];
    const [inner, node] = [await file('a', top.id), await file('b')];
    await trash(top.id);
    await trash(to.id);
    await expectRefusal(update(top.id, { name: 'x' }), 'in-trash');
    await expectRefusal(update(inner.id, { name: 'x' }), 'in-trash');
    await expectRefusal(update(node.id, { folderId: to.id }), 'in-trash');
  });

  it('NO20 refuses what is not there or not visible', async () => {
    const ben = await seedOwner(db, 'Ben');
    const his = await seedFile(db, ben, 'his');
    const node = await file('a');
    await expectRefusal(update(uuidv7(), { name: 'x' }), 'not-found');
    await expectRefusal(update(his.id, { name: 'x' }), 'not-found');
    await expectRefusal(update(node.id, { folderId: uuidv7() }), 'not-found');
    await expectRefusal(update(node.id, { folderId: ben.rootId }), 'not-found');
  });

  it('NO22 refuses a folder that is a file', async () => {
    const [node, other] = [await file('a'), await file('b')];
    await expectRefusal(update(node.id, { folderId: other.id }), 'not-a-folder');
  });

  it('NO23 refuses a move into another space, and a change by somebody who may only read', async () => {
    const ben = await seedOwner(db, 'Ben');
    const his = await seedFile(db, ben, 'his');
    const join = `insert into members (space_id, user_id, role) values ($1, $2, $3)`;
    await db.query(join, [ben.spaceId, anna.userId, 'editor']);
    const node = await file('a');
    await expectRefusal(update(node.id, { folderId: ben.rootId }), 'forbidden');
    await db.query('update members set role = $2 where user_id = $1 and space_id = $3', [
      anna.userId,
      'viewer',
      ben.spaceId,
    ]);
    await expectRefusal(update(his.id, { name: 'x' }), 'forbidden');
  });
});
