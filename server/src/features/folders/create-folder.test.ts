import { MAX_FOLDER_DEPTH } from '@satchel/shared/limits';
import type { Node } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { type Owner, seedFile, seedFolder, seedOwner } from '../../../test/tree.ts';
import { ManualClock } from '../../adapters/memory/clock.ts';
import type { Database } from '../../lib/tx.ts';
import { type CreateFolderInput, createFolder } from './create-folder.ts';

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

function create(input: Partial<CreateFolderInput> = {}): Promise<Node> {
  const all = { userId: anna.userId, name: 'Plans', parentId: null, ...input };
  return createFolder({ clock, transact: (work) => db.transact(work) }, all);
}

describe('createFolder', () => {
  it('NO6 makes a folder in the root where no parent is named', async () => {
    const folder = await create();
    expect(folder).toEqual({
      id: folder.id,
      spaceId: anna.spaceId,
      parentId: anna.rootId,
      kind: 'folder',
      name: 'Plans',
      size: null,
      mimeType: null,
      version: null,
      contentHash: null,
      createdAt: clock.now().toISOString(),
      modifiedAt: clock.now().toISOString(),
      modifiedBy: { id: anna.userId, displayName: 'Anna' },
      trashedAt: null,
      conflictOf: null,
      seq: 2,
    });
  });

  it('NO6 makes it once for an id, however often and however much at once it is asked', async () => {
    const id = uuidv7();
    const answers = await Promise.all(Array.from({ length: 5 }, () => create({ id })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.id).toBe(id);
  });

  it('NO6 gives the folder as it is by then', async () => {
    const id = uuidv7();
    const first = await create({ id });
    expect(await create({ id, name: 'Other', parentId: uuidv7() })).toEqual(first);
  });

  it('NO6 refuses an id of something else', async () => {
    const file = await seedFile(db, anna, 'a.txt');
    await expectRefusal(create({ id: file.id }), 'id-taken');
    const ben = await seedOwner(db, 'Ben');
    const his = await seedFolder(db, ben, 'His');
    await expectRefusal(create({ id: his.id }), 'id-taken');
    expect(await seedFolder(db, anna, 'Plans')).toMatchObject({ name: 'Plans' });
  });

  it('NO6 refuses the id of what was purged', async () => {
    const id = uuidv7();
    await db.query('insert into tombstones (space_id, node_id, seq) values ($1, $2, 1)', [
      anna.spaceId,
      id,
    ]);
    await expectRefusal(create({ id }), 'id-taken');
  });

  it('NO1 refuses a name that is none', async () => {
    const refusal = await expectRefusal(create({ name: 'a/b' }), 'invalid-name');
    expect(refusal.details.members).toEqual({ fault: 'forbidden-character' });
  });

  it('NO7 refuses a name that differs from a sibling in case or composition alone', async () => {
    await create({ name: 'Café' });
    await expectRefusal(create({ name: 'CAFE\u0301' }), 'name-taken');
    await create({ name: 'Cafe' });
  });

  it('NO7 takes the same name in another folder', async () => {
    const folder = await create();
    expect(await create({ parentId: folder.id })).toMatchObject({ parentId: folder.id });
  });

  it('NO7 lets one of many win who make the same name at once', async () => {
    const names = ['straße', 'STRASSE', 'Strasse', 'STRAẞE', 'ſtraße'];
    const made = await Promise.allSettled(names.map((name) => create({ name })));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of made) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'name-taken' });
    }
  });

  it('NO20 refuses a parent that is not there or not visible', async () => {
    await expectRefusal(create({ parentId: uuidv7() }), 'not-found');
    const ben = await seedOwner(db, 'Ben');
    await expectRefusal(create({ parentId: ben.rootId }), 'not-found');
  });

  it('NO22 refuses a parent that is a file', async () => {
    const file = await seedFile(db, anna, 'a.txt');
    await expectRefusal(create({ parentId: file.id }), 'not-a-folder');
  });

  it('NO14 refuses a parent that is beneath something in the trash', async () => {
    const top = await create();
    const inner = await create({ parentId: top.id });
    await db.query('update nodes set trashed_at = now() where id = $1', [top.id]);
    await expectRefusal(create({ parentId: inner.id }), 'in-trash');
  });

  it('NO11 nests folders as deep as allowed and no deeper', async () => {
    let parentId: string | null = null;
    for (let depth = 1; depth <= MAX_FOLDER_DEPTH; depth++) {
      parentId = (await create({ name: 'd', parentId })).id;
    }
    await expectRefusal(create({ name: 'd', parentId }), 'too-deep');
  });

  it('NO21 numbers the changes of a space without a gap, whoever writes at once', async () => {
    const ben = await seedOwner(db, 'Ben');
    const folders = await Promise.all(
      Array.from({ length: 48 }, (_, i) => {
        const userId = i % 3 === 0 ? ben.userId : anna.userId;
        return create({ userId, name: `f${i}` });
      }),
    );
    const seqsOf = (owner: Owner) =>
      folders
        .filter(({ spaceId }) => spaceId === owner.spaceId)
        .map(({ seq }) => seq)
        .sort((a, b) => a - b);
    expect(seqsOf(anna)).toEqual(Array.from({ length: 32 }, (_, i) => i + 2));
    expect(seqsOf(ben)).toEqual(Array.from({ length: 16 }, (_, i) => i + 2));
  });
});
