import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { type Owner, seedFile, seedFolder, seedOwner, seedVersion } from '../../../test/tree.ts';
import { systemClock } from '../../adapters/memory/clock.ts';
import type { Database } from '../../lib/tx.ts';
import { getNode } from '../folders/index.ts';
import { emptyTrash } from './empty-trash.ts';
import { purgeNode } from './purge-node.ts';
import { restoreNode } from './restore-node.ts';
import { trashNode } from './trash-node.ts';

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

const transact = <Result>(work: Parameters<typeof db.transact<Result>>[0]) => db.transact(work);
const who = (id: string) => ({ userId: anna.userId, id });
const trash = (id: string) => trashNode({ clock: systemClock, transact }, who(id));
const purge = (id: string) => purgeNode({ db, transact }, who(id));
const empty = () => emptyTrash({ db, clock: systemClock }, { userId: anna.userId });
const folder = (name: string, parentId?: string) => seedFolder(db, anna, name, parentId);
const file = (name: string, parentId = anna.rootId, size = 10) =>
  seedFile(db, anna, name, { parentId, size });

interface SpaceState {
  readonly head: number;
  readonly usedBytes: number;
  readonly nodes: number;
  readonly versions: number;
  readonly contents: number;
  readonly listed: number;
  readonly gone: readonly number[];
}

async function stateOf({ spaceId }: Owner): Promise<SpaceState | undefined> {
  const [state] = await db.query<SpaceState>(
    `select head, used_bytes as "usedBytes",
       (select count(*) from nodes where space_id = $1) as nodes,
       (select count(*) from versions where space_id = $1) as versions,
       (select count(*) from contents where space_id = $1) as contents,
       (select count(*) from content_chunks where space_id = $1) as listed,
       array(select seq from tombstones where space_id = $1 order by seq) as gone
     from spaces where id = $1`,
    [spaceId],
  );
  return state;
}

/** A folder with `width` folders of `width` files each, written by the database itself. */
async function seedWide(name: string, width: number): Promise<string> {
  const top = await folder(name);
  const { id: sample } = await file(`${name} sample`, top.id);
  const insert = (parents: string, kind: string, content: string) => `
    insert into nodes (id, space_id, parent_id, kind, name, name_key, content_id, size, version,
                       seq, created_at, modified_at, modified_by)
    select gen_random_uuid(), p.space_id, p.id, '${kind}', i::text, i::text, ${content},
           p.seq, now(), now(), p.modified_by
      from nodes p, generate_series(1, $2::int) i where ${parents}`;
  await db.query(insert('p.id = $1', 'folder', 'null, null, null'), [top.id, width]);
  await db.query(
    insert(
      `p.parent_id = $1 and p.kind = 'folder'`,
      'file',
      `(select content_id from nodes where id = '${sample}'), 10, 1`,
    ),
    [top.id, width],
  );
  await db.query(
    `insert into versions (file_id, number, space_id, content_id, mime_type, created_by, created_at)
     select f.id, 1, f.space_id, f.content_id, 'text/plain', f.modified_by, now()
       from nodes p join nodes f on f.parent_id = p.id
      where p.parent_id = $1 and f.kind = 'file'`,
    [top.id],
  );
  await db.query('update spaces set used_bytes = used_bytes + 10 * $2::bigint where id = $1', [
    anna.spaceId,
    width * width,
  ]);
  return top.id;
}

async function countChildren(id: string): Promise<number> {
  const children = await db.query('select from nodes where parent_id = $1', [id]);
  return children.length;
}

/** The database, on which something happens just before the n-th transaction begins. */
function beforeTransaction(n: number, happen: () => Promise<void>): Database {
  let begun = 0;
  return {
    query: (sql, values) => db.query(sql, values),
    transact: async (work) => {
      begun += 1;
      if (begun === n) await happen();
      return db.transact(work);
    },
    transactStatement: (work) => db.transactStatement(work),
  };
}

describe('purgeNode', () => {
  it('NO17 deletes a file with its versions and gives back their room', async () => {
    const before = await stateOf(anna);
    const node = await file('a', anna.rootId, 100);
    await seedVersion(db, anna, node.id, { size: 50 });
    await trash(node.id);
    expect(await stateOf(anna)).toMatchObject({ usedBytes: 150, versions: 2, listed: 2 });
    await purge(node.id);
    const head = (before?.head ?? 0) + 4;
    expect(await stateOf(anna)).toEqual({ ...before, head, gone: [head] });
    await expectRefusal(getNode(db, node.id), 'not-found');
  });

  it('NO17 keeps a content that another version holds', async () => {
    const [a, b] = [await file('a'), await file('b')];
    const share = `content_id = (select content_id from nodes where id = $1)`;
    await db.query(`update nodes set ${share} where id = $2`, [a.id, b.id]);
    await db.query(`update versions set ${share} where file_id = $2`, [a.id, b.id]);
    await trash(a.id);
    await purge(a.id);
    expect(await getNode(db, b.id)).toMatchObject({ contentHash: a.contentHash });
  });

  it('NO17 deletes a folder with all beneath it', async () => {
    const before = await stateOf(anna);
    const top = await folder('top');
    const inner = await folder('inner', top.id);
    await file('a', top.id);
    await file('b', inner.id, 0);
    await folder('empty', inner.id);
    await trash(top.id);
    await purge(top.id);
    const after = await stateOf(anna);
    expect(after).toMatchObject({ usedBytes: 0, nodes: before?.nodes, versions: 0, contents: 0 });
    expect(new Set(after?.gone).size).toBe(5);
    expect(after?.gone.at(-1)).toBe(after?.head);
  });

  it('NO17 keeps in the trash what was trashed on its own, below the root', async () => {
    const top = await folder('top');
    const inner = await folder('inner', top.id);
    const own = await file('own', inner.id);
    await trash(own.id);
    await trash(top.id);
    const trashed = await getNode(db, own.id);
    await purge(top.id);
    const kept = await getNode(db, own.id);
    expect(kept).toEqual({ ...trashed, parentId: anna.rootId, seq: kept.seq });
    expect(kept.seq).toBeGreaterThan(trashed.seq);
    expect(await restoreNode({ transact }, who(own.id))).toMatchObject({ name: 'own' });
  });

  it('NO17 refuses what is not in the trash, or there only with its folder', async () => {
    const top = await folder('top');
    const inner = await file('a', top.id);
    await expectRefusal(purge(top.id), 'not-found');
    await trash(top.id);
    await expectRefusal(purge(inner.id), 'not-found');
    await purge(top.id);
    await expectRefusal(purge(top.id), 'not-found');
  });

  it('NO20 refuses what is not there or not visible, and leaves it alone', async () => {
    const ben = await seedOwner(db, 'Ben');
    const [his, hers] = [await seedFolder(db, ben, 'his'), uuidv7()];
    await db.query('update nodes set trashed_at = now() where id = $1', [his.id]);
    await expectRefusal(purge(his.id), 'not-found');
    await expectRefusal(purge(hers), 'not-found');
    expect(await getNode(db, his.id)).toMatchObject({ name: 'his' });
  });

  it('NO17 purges a tree of thousands in batches while others write', async () => {
    const before = await stateOf(anna);
    const top = await seedWide('wide', 60);
    await trash(top);
    let writes = 0;
    let isPurging = true;
    const writing = (async () => {
      while (isPurging) await folder(`w${writes++}`);
    })();
    await purge(top);
    isPurging = false;
    await writing;
    const after = await stateOf(anna);
    expect(after).toMatchObject({ usedBytes: 0, versions: 0, contents: 0 });
    expect(after?.nodes).toBe((before?.nodes ?? 0) + writes);
    expect(after?.gone).toHaveLength(60 * 60 + 60 + 2);
    expect(writes).toBeGreaterThan(2);
  });

  it('NO17 never takes what is restored while it goes', async () => {
    const top = await seedWide('wide', 40);
    const [inner] = await db.query<{ id: string }>(
      `select id from nodes where parent_id = $1 and kind = 'folder' limit 1`,
      [top],
    );
    const id = inner?.id ?? '';
    await trash(top);
    let left = 0;
    const racing = beforeTransaction(2, async () => {
      await restoreNode({ transact }, who(id));
      left = await countChildren(id);
    });
    await purgeNode({ db: racing, transact }, who(top));
    await expectRefusal(getNode(db, top), 'not-found');
    expect(await getNode(db, id)).toMatchObject({ parentId: anna.rootId, trashedAt: null });
    expect(await countChildren(id)).toBe(left);
    expect(await stateOf(anna)).toMatchObject({ versions: left, usedBytes: 10 * left });
  });

  it('NO17 lets two purge the same tree at once', async () => {
    const top = await seedWide('wide', 30);
    await trash(top);
    const results = await Promise.allSettled([purge(top), purge(top)]);
    expect(results.map(({ status }) => status)).toContain('fulfilled');
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'not-found' });
    }
    expect(await stateOf(anna)).toMatchObject({ usedBytes: 0, versions: 0, nodes: 1 });
  });
});

describe('emptyTrash', () => {
  it('NO18 deletes all that is in the trash and nothing else', async () => {
    const top = await folder('top');
    const own = await file('own', top.id);
    const [stays, gone] = [await file('stays'), await file('gone')];
    await folder('inner', top.id);
    for (const { id } of [own, top, gone]) await trash(id);
    await empty();
    expect(await stateOf(anna)).toMatchObject({ usedBytes: 10, nodes: 2, versions: 1 });
    expect(await getNode(db, stays.id)).toEqual(stays);
    await empty();
  });

  it('NO18 takes trees of thousands and thousands of files', async () => {
    const [one, other] = [await seedWide('one', 30), await seedWide('other', 30)];
    await trash(one);
    await db.query(
      `update nodes set trashed_at = now() where kind = 'file'
          and parent_id in (select id from nodes where parent_id = $1)`,
      [other],
    );
    await empty();
    expect(await stateOf(anna)).toMatchObject({
      usedBytes: 10,
      versions: 1,
      nodes: 1 + 1 + 30 + 1,
    });
  });

  it('NO18 leaves the trash of others alone', async () => {
    const ben = await seedOwner(db, 'Ben');
    const his = await seedFile(db, ben, 'his');
    await db.query('update nodes set trashed_at = now() where id = $1', [his.id]);
    await empty();
    expect(await getNode(db, his.id)).toMatchObject({ name: 'his' });
  });
});
