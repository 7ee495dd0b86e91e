import { COLUMNS_TYPE, changesInColumnsSchema } from '@satchel/shared/wire/changes-in-columns';
import { changesPageSchema, NEXT_CURSOR_HEADER } from '@satchel/shared/wire/sync';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getChanges } from '../../../test/replica.ts';
import { seedFile, seedFolder } from '../../../test/tree.ts';
import { ownerOf, randomFile, upload } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

const ask = (query: string, accept: string) =>
  anna.get<object>(`/sync/changes?${query}`, { accept });

it('SY19 says the same in columns, to who accepts them', async () => {
  const owner = ownerOf(anna);
  const folder = await seedFolder(world.deps.db, owner, 'Photos');
  for (let n = 0; n < 5; n++) {
    await seedFile(world.deps.db, owner, `${n} \u{1F4F7}.jpeg`, { parentId: folder.id });
  }
  await upload(anna, randomFile(10), { filename: 'a.txt' });
  const { cursor } = await getChanges(anna);
  const gone = await seedFile(world.deps.db, owner, 'gone');
  await anna.delete(`/files/${gone.id}`);
  await anna.delete(`/trash/${gone.id}`);
  await anna.delete(`/files/${folder.id}`);

  for (const query of ['', `cursor=${cursor}`, 'limit=3']) {
    const plain = await ask(query, 'application/json');
    const columns = await ask(query, `${COLUMNS_TYPE}, application/json`);
    expect(columns.headers.get('content-type')).toBe(COLUMNS_TYPE);
    expect(columns.headers.get(NEXT_CURSOR_HEADER)).toBe(plain.headers.get(NEXT_CURSOR_HEADER));
    const { changes, ...end } = v.parse(changesInColumnsSchema, columns.body);
    const bySeq = changes.toSorted((a, b) => a.seq - b.seq);
    expect({ changes: bySeq, ...end }).toEqual(v.parse(changesPageSchema, plain.body));
  }
});

it.each(['application/json', '*/*', 'text/html'])(
  'SY19 says it in objects to who accepts %s',
  async (accept) => {
    const answer = await ask('', accept);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toHaveProperty('changes');
  },
);
