import { compareNames } from '@satchel/shared/natural-order';
import { ORDERS, SORTS } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { type Owner, seedFile, seedFolder, seedOwner } from '../../../test/tree.ts';
import type { Database } from '../../lib/tx.ts';
import { type ListFolderInput, listFolder } from './list-folder.ts';

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

type Query = Partial<ListFolderInput>;

function list(query: Query = {}) {
  const { userId } = anna;
  const defaults = { userId, folderId: null, sort: 'name', order: 'asc', limit: 200 } as const;
  return listFolder({ db }, { ...defaults, ...query });
}

/** All pages, with something done after each. */
async function listAll(query: Query, between: (page: number) => Promise<unknown> = async () => {}) {
  const names: string[] = [];
  let cursor: string | null | undefined;
  for (let page = 1; cursor !== null; page++) {
    const answer = await list({ ...query, ...(cursor && { cursor }) });
    names.push(...answer.items.map(({ name }) => name));
    cursor = answer.nextCursor;
    await between(page);
  }
  return names;
}

async function seedMixed(): Promise<void> {
  for (const name of ['b10', 'b2']) await seedFolder(db, anna, name);
  const sizes: [string, number][] = [
    ['z1', 5],
    ['a10', 3],
    ['a9', 900],
    ['Ä', 3],
  ];
  for (const [i, [name, size]] of sizes.entries()) {
    await seedFile(db, anna, name, { size, modifiedAt: new Date(Date.UTC(2020, 0, 10 - i)) });
  }
}

describe('listFolder', () => {
  it.each([
    ['name', 'asc', ['b2', 'b10', 'Ä', 'a9', 'a10', 'z1']],
    ['name', 'desc', ['b10', 'b2', 'z1', 'a10', 'a9', 'Ä']],
    ['size', 'asc', ['b2', 'b10', 'a10', 'Ä', 'z1', 'a9']],
    ['size', 'desc', ['b10', 'b2', 'a9', 'z1', 'Ä', 'a10']],
    ['modified', 'asc', ['b10', 'b2', 'Ä', 'a9', 'a10', 'z1']],
    ['modified', 'desc', ['b2', 'b10', 'z1', 'a10', 'a9', 'Ä']],
  ] as const)('NO3 by %s %s: folders first', async (sort, order, expected) => {
    await seedMixed();
    expect(await listAll({ sort, order })).toEqual(expected);
    expect(await listAll({ sort, order, limit: 1 })).toEqual(expected);
    expect(await listAll({ sort, order, limit: 4 })).toEqual(expected);
  });

  it('NO3 orders names as clients do', async () => {
    const names = [
      'img12.png',
      'IMG2.png',
      'img 1',
      'É',
      'e',
      'f',
      'ñ',
      'n',
      'o',
      '_x',
      '.x',
      '1',
      '٣',
    ];
    for (const name of names) await seedFile(db, anna, name);
    expect(await listAll({})).toEqual([...names].sort(compareNames));
  });

  it('NO4 has a next page only where there is more', async () => {
    for (const name of ['a', 'b']) await seedFolder(db, anna, name);
    await seedFile(db, anna, 'c');
    expect((await list({ limit: 3 })).nextCursor).toBeNull();
    expect((await list({ limit: 2 })).nextCursor).not.toBeNull();
    expect(await listAll({ folderId: (await seedFolder(db, anna, 'empty')).id })).toEqual([]);
  });

  it.each(SORTS.flatMap((sort) => ORDERS.map((order) => [sort, order] as const)))(
    'NO4 by %s %s, what is there all along comes once, whatever else comes and goes',
    async (sort, order) => {
      const stays: string[] = [];
      const same = new Date();
      for (let i = 0; i < 12; i++) {
        const name = `stays ${i}`;
        if (i % 3 === 0) await seedFolder(db, anna, name);
        else await seedFile(db, anna, name, { size: i % 2, modifiedAt: same });
        stays.push(name);
      }
      const goes = await Promise.all(
        Array.from({ length: 6 }, (_, i) => seedFile(db, anna, `goes ${i}`)),
      );
      const seen = await listAll({ sort, order, limit: 2 }, async (page) => {
        if (page > 6) return;
        await seedFile(db, anna, `new ${page}`, { size: page });
        await db.query('update nodes set trashed_at = now() where id = $1', [goes[page - 1]?.id]);
      });
      expect(seen.filter((name) => name.startsWith('stays')).sort()).toEqual(stays.sort());
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  it('NO4 refuses a cursor of another folder', async () => {
    const folder = await seedFolder(db, anna, 'a');
    await seedFolder(db, anna, 'b');
    const { nextCursor } = await list({ limit: 1 });
    const cursor = nextCursor ?? '';
    await expectRefusal(list({ folderId: folder.id, cursor }), 'invalid-request');
    expect((await list({ folderId: anna.rootId, cursor })).items).toHaveLength(1);
  });

  it('NO13 leaves out what is in the trash', async () => {
    const file = await seedFile(db, anna, 'a');
    await db.query('update nodes set trashed_at = now() where id = $1', [file.id]);
    expect(await listAll({})).toEqual([]);
  });

  it('NO14 lists a folder in the trash, and says of its children since when they are there', async () => {
    const folder = await seedFolder(db, anna, 'a');
    await seedFile(db, anna, 'b', { parentId: folder.id });
    await db.query('update nodes set trashed_at = $2 where id = $1', [folder.id, new Date(1e12)]);
    const { items } = await list({ folderId: folder.id });
    expect(items).toMatchObject([{ name: 'b', trashedAt: '2001-09-09T01:46:40.000Z' }]);
  });

  it('NO20 refuses a folder that is not there or not visible', async () => {
    await expectRefusal(list({ folderId: uuidv7() }), 'not-found');
    const ben = await seedOwner(db, 'Ben');
    await expectRefusal(list({ folderId: ben.rootId }), 'not-found');
  });

  it('NO22 refuses a file', async () => {
    const file = await seedFile(db, anna, 'a');
    await expectRefusal(list({ folderId: file.id }), 'not-a-folder');
  });
});
