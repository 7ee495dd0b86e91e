import type { Node } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAUGHTY_NAMES, REFUSED_NAMES } from '../../../test/naughty-names.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

interface FolderBody {
  readonly folder: Node;
}
interface PageBody {
  readonly items: Node[];
  readonly nextCursor: string | null;
}

const post = (body: unknown, headers?: Record<string, string>) =>
  anna.post<FolderBody>('/folders', body, headers);
const refused = async (body: unknown) => {
  const { status, body: problem } = await anna.post('/folders', body);
  return [status, problem.code];
};
const make = async (name: string, parentId?: string) =>
  (await post({ name, parentId })).body.folder;
const list = (query: string) => anna.get<PageBody>(`/files?${query}`);

describe('POST /folders', () => {
  it('NO6 answers 201 with the folder', async () => {
    const id = uuidv7();
    const answer = await post({ id, name: 'Plans', parentId: null });
    expect(answer.status).toBe(201);
    expect(answer.body.folder).toEqual({
      id,
      spaceId: anna.user.personalSpaceId,
      parentId: anna.user.rootFolderId,
      kind: 'folder',
      name: 'Plans',
      size: null,
      mimeType: null,
      version: null,
      contentHash: null,
      createdAt: world.deps.clock.now().toISOString(),
      modifiedAt: world.deps.clock.now().toISOString(),
      modifiedBy: { id: anna.user.id, displayName: 'Anna' },
      trashedAt: null,
      conflictOf: null,
      seq: expect.any(Number),
    });
    expect(await post({ id, name: 'Plans' })).toMatchObject({ status: 201, body: answer.body });
  });

  it('NO19 acts once for an Idempotency-Key', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const [first, again] = [await post({ name: 'Once' }, key), await post({ name: 'Once' }, key)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect((await post({ name: 'Other' }, key)).status).toBe(422);
  });

  it.each(REFUSED_NAMES.filter(([reason]) => reason !== 'not-unicode'))(
    'NO1 refuses a name that is %s (%#)',
    async (fault, name) => {
      const { status, body } = await anna.post('/folders', { name });
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'invalid-name', fault, detail: expect.any(String) });
    },
  );

  it.each(['half \\ud83d pair', '\\udc00'])('NO1 refuses half a character: %s', async (escaped) => {
    const answer = await fetch(`${anna.origin}/api/v1/folders`, {
      method: 'POST',
      headers: { cookie: cookieOf(anna), 'content-type': 'application/json' },
      body: `{"name":"${escaped}"}`,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-name', fault: 'not-unicode' });
  });

  it('NO2 stores the composed form', async () => {
    expect(await make('Re\u0301sume\u0301')).toMatchObject({ name: 'Résumé' });
  });

  it('NO7 refuses a name that is taken', async () => {
    await make('Taken');
    expect(await refused({ name: 'TAKEN' })).toEqual([409, 'name-taken']);
  });

  it('NO6 NO20 NO22 refuses ids that cannot be', async () => {
    expect(await refused({ name: 'a', parentId: uuidv7() })).toEqual([404, 'not-found']);
    for (const id of ['1', '', '../x', "' or 1=1", 5, {}]) {
      expect(await refused({ name: 'a', parentId: id })).toEqual([400, 'invalid-request']);
      expect(await refused({ name: 'a', id })).toEqual([400, 'invalid-request']);
    }
    const randomUuid = crypto.randomUUID();
    expect(await refused({ name: 'a', id: randomUuid })).toEqual([400, 'invalid-request']);
    expect(await refused({ name: 'a', id: anna.user.rootFolderId })).toEqual([201, undefined]);
  });

  it.each([{}, { name: 5 }, { name: null }, [1], 'x', null])('NO1 refuses %j', async (body) => {
    expect(await refused(body)).toEqual([400, 'invalid-request']);
  });

  it('NO20 refuses whoever is not signed in', async () => {
    expect((await world.visitor().post('/folders', { nonsense: 1 })).status).toBe(401);
  });
});

describe('GET /files', () => {
  it('NO3 lists folders first, in natural order, in pages', async () => {
    const { id } = await make('pages');
    for (const name of ['10', '9', 'b', 'A']) await make(name, id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { status, body }: Awaited<ReturnType<typeof list>> = await list(
        `folderId=${id}&limit=3${cursor && `&cursor=${cursor}`}`,
      );
      expect(status).toBe(200);
      seen.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(['9', '10', 'A', 'b']);
    const { body } = await list(`folderId=${id}&sort=name&order=desc`);
    expect(body.items.map(({ name }) => name)).toEqual(['b', 'A', '10', '9']);
    expect(body.nextCursor).toBeNull();
  });

  it('NO22 lists the root where no folder is named', async () => {
    const root = (await list(`folderId=${anna.user.rootFolderId}`)).body;
    for (const query of ['', 'folderId=', 'folderId=null']) {
      expect((await list(query)).body).toEqual(root);
    }
  });

  it.each([
    'folderId=1',
    "folderId='",
    'sort=kind',
    'order=up',
    'limit=0',
    'limit=1001',
    'limit=x',
    'limit=-1',
    'cursor=x',
    'limit=1&limit=2',
  ])('NO4 refuses %s', async (query) => {
    const { status, body } = await anna.get(`/files?${query}`);
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.fields).toEqual([expect.objectContaining({ path: query.split('=')[0] })]);
  });

  it('NO20 refuses a folder that is not there or not visible, and whoever is not signed in', async () => {
    const ben = await world.signUp('Ben');
    expect((await list(`folderId=${uuidv7()}`)).status).toBe(404);
    expect((await list(`folderId=${ben.user.rootFolderId}`)).status).toBe(404);
    expect((await world.visitor().get('/files')).status).toBe(401);
  });

  it('NO2 gives naughty names back as they were written', async () => {
    const { id } = await make('naughty');
    for (const name of NAUGHTY_NAMES) {
      const answer = await post({ name, parentId: id });
      expect([answer.status, answer.body.folder?.name]).toEqual([201, name]);
    }
    const { body } = await list(`folderId=${id}&limit=1000`);
    const names = body.items.map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(NAUGHTY_NAMES));
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `folderId=${id}&limit=7${cursor && `&cursor=${cursor}`}`,
      );
      paged.push(...page.body.items.map(({ name }) => name));
      cursor = page.body.nextCursor;
    }
    expect(paged).toEqual(names);
  });
});

function cookieOf(person: Person): string {
  return [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
