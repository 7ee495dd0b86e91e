import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LocalFile,
  randomFile,
  sha256,
  storedFiles,
  uploadCalls,
} from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';
import { collectGarbage } from './collect-garbage.ts';

let world: World;
let people: Person[];
beforeAll(async () => {
  world = await startWorld();
  people = [await world.signUp('Anna'), await world.signUp('Bert')];
});
afterAll(() => world.stop());

const never = new AbortController().signal;
const collect = () => collectGarbage({ ...world.deps, graceMs: -1 }, never);
const rows = <Row>(sql: string) => world.deps.db.query<Row>(sql);

/** The same choices for the same seed (mulberry32). */
function choices(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
}

interface Running {
  readonly person: Person;
  readonly uploadId: string;
  readonly file: LocalFile;
}

// What may come of a call when others act at the same time. Everything else is a fault.
const EXPECTED = new Set([200, 201, 204, 404, 409, 410, 503]);

/** One person's next step: whatever a confused, retrying client may do. */
async function step(
  choose: ReturnType<typeof choices>,
  files: readonly LocalFile[],
  running: Running[],
) {
  const deed = choose([
    'init',
    'init',
    'check',
    'put',
    'put',
    'put',
    'complete',
    'cancel',
    'purge',
    'collect',
  ]);
  if (deed === 'collect') return void (await collect());
  if (deed === 'purge') return purgeOne(choose);
  if (deed === 'init' || running.length === 0) return init(choose, files, running);
  const { person, uploadId, file } = choose(running);
  const calls = uploadCalls(person);
  const answer =
    deed === 'check'
      ? await calls.check(uploadId, file.hashes)
      : deed === 'put'
        ? await calls.put(uploadId, 0, file.bytes)
        : deed === 'complete'
          ? await calls.complete(uploadId)
          : await calls.cancel(uploadId);
  expect(EXPECTED).toContain(answer.status);
  if (deed === 'complete' && answer.status === 200) {
    expect(answer.body).toMatchObject({ contentHash: file.contentHash });
  }
}

async function init(
  choose: ReturnType<typeof choices>,
  files: readonly LocalFile[],
  running: Running[],
) {
  const person = choose(people);
  const file = choose(files);
  const onConflict = choose(['version', 'rename', 'fail']);
  const body = { filename: choose(['a.txt', 'b.txt']), size: file.bytes.length, onConflict };
  const answer = await uploadCalls(person).init(body);
  expect(answer.status).toBe(201);
  running.push({ person, uploadId: answer.body.uploadId, file });
}

async function purgeOne(choose: ReturnType<typeof choices>): Promise<void> {
  const person = choose(people);
  const { body } = await person.get<{ items: { id: string }[] }>('/files');
  const [file] = body.items;
  if (file === undefined) return;
  await person.delete(`/files/${file.id}`);
  await person.delete(`/trash/${file.id}`);
}

/** What must hold whenever nobody acts. */
async function expectSound(): Promise<void> {
  const accounts = await rows(
    `select s.id from spaces s
      where s.reserved_bytes <> (select coalesce(sum(size), 0) from uploads u
                                  where u.space_id = s.id and u.status = 'open')
         or s.used_bytes <> (select coalesce(sum(c.size), 0) from versions v
                               join contents c on c.id = v.content_id where v.space_id = s.id)`,
  );
  expect(accounts).toEqual([]);
  const held = await rows<{ hash: string }>(
    `select distinct encode(hash, 'hex') as hash from content_chunks
     union select encode(hash, 'hex') from upload_chunks where received`,
  );
  for (const { hash } of held) {
    const path = join(world.directory, 'chunks', hash.slice(0, 2), hash);
    expect(sha256(await readFile(path))).toBe(hash);
  }
  const incomplete = await rows(
    `select c.id from contents c where c.size <>
       (select coalesce(sum(cc.size), 0) from content_chunks cc where cc.content_id = c.id)`,
  );
  expect(incomplete).toEqual([]);
}

describe('whatever people do at once', () => {
  it.each([1, 2, 3])('UP26 nothing is lost, and the accounts agree (seed %i)', async (seed) => {
    const choose = choices(seed);
    const files = [100, 200, 300].map((size) => randomFile(size));
    const running: Running[] = [];
    for (let round = 0; round < 12; round++) {
      await Promise.all(Array.from({ length: 8 }, () => step(choose, files, running)));
      await expectSound();
    }
  });

  it('UP26 nothing is left when everything was cancelled and purged', async () => {
    const open = await rows<{ id: string; userId: string }>(
      `select id, user_id as "userId" from uploads where status = 'open'`,
    );
    for (const { id, userId } of open) {
      const person = people.find(({ user }) => user.id === userId) as Person;
      await uploadCalls(person).cancel(id);
    }
    for (const person of people) {
      const { body } = await person.get<{ items: { id: string }[] }>('/files');
      for (const { id } of body.items) await person.delete(`/files/${id}`);
      await person.delete('/trash');
    }
    await collect();
    await expectSound();
    expect(await rows('select hash from chunks')).toEqual([]);
    expect(await storedFiles(world)).toEqual([]);
  });
});
