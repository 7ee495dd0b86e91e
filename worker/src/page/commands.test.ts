// The commands of a page against a server that answers as the protocol says.

import type { Node } from '@satchel/shared/wire/nodes';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aFolder, aNode } from '../../test/nodes.ts';
import { readAccount, recordSignIn } from '../local/account.ts';
import { applyNodes } from '../local/node-writes.ts';
import { findNode, readChildren, readPath, readTrash } from '../local/nodes.ts';
import { countUnsent, readOutbox } from '../local/outbox.ts';
import { enqueue } from '../local/upload-queue.ts';
import { findUpload } from '../local/uploads.ts';
import { wipe } from '../local/wipe.ts';
import { recordNotes } from '../local/work.ts';
import { endLeftSession, refreshAccount, signIn, signOut } from './account.ts';
import { createFolder, moveNodes, renameNode } from './folders.ts';
import { untilAnswered } from './mutate.ts';
import { rest } from './pump.ts';
import { refreshFolder, refreshTrash } from './refresh.ts';
import { emptyTrash, purgeNodes, restoreNodes, trashNodes } from './trash.ts';
import { cancelUpload, pauseUpload, resumeUpload } from './uploads.ts';

type Answer = [status: number, body?: object];

let asked: string[];
let answers: Record<string, Answer | ((url: URL, body: string) => Answer)>;

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [ROOT, FOLDER, FILE, OTHER] = [uuid(1), uuid(2), uuid(3), uuid(4)];
const BY = { id: uuid(9), displayName: 'Ada' };
const USER = {
  id: uuid(9),
  email: 'ada@example.org',
  displayName: 'Ada',
  personalSpaceId: uuid(8),
  rootFolderId: ROOT,
  usedBytes: 0,
  quotaBytes: 100,
};

const file = (facts: Partial<Node> = {}) =>
  aNode({ id: FILE, spaceId: uuid(8), parentId: ROOT, modifiedBy: BY, ...facts });
const folder = (facts: Partial<Node> = {}) =>
  aFolder({ id: FOLDER, spaceId: uuid(8), parentId: ROOT, modifiedBy: BY, ...facts });
const root = folder({ id: ROOT, parentId: null, name: 'My files' });

const problem = (status: number, code: string): Answer => [
  status,
  { type: 'about:blank', title: 'T', status, code },
];

const fakeFetch = async (input: string, init: RequestInit): Promise<Response> => {
  const url = new URL(input, 'http://satchel.test');
  const call = `${init.method} ${url.pathname.replace('/api/v1', '')}`;
  asked.push(call);
  const answer = answers[call] ?? problem(404, 'not-found');
  const [status, body] = typeof answer === 'function' ? answer(url, String(init.body)) : answer;
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, { status });
};

beforeAll(() => {
  vi.stubGlobal('fetch', fakeFetch);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('reportError', console.error);
});
afterAll(async () => {
  await rest();
  vi.unstubAllGlobals();
});
beforeEach(async () => {
  await rest();
  asked = [];
  answers = { 'GET /auth/me': [200, { user: USER }] };
  await wipe();
  await recordSignIn(USER);
});

describe('refreshing a folder', () => {
  it('brings all pages of its children, itself and the way to it', async () => {
    answers['GET /files'] = (url) =>
      url.searchParams.has('cursor')
        ? [200, { items: [file({ id: OTHER, parentId: FOLDER })], nextCursor: null }]
        : [200, { items: [file({ parentId: FOLDER })], nextCursor: 'more' }];
    answers[`GET /files/${FOLDER}`] = [
      200,
      { node: folder(), path: [{ id: ROOT, name: 'My files' }] },
    ];
    answers[`GET /files/${ROOT}`] = [200, { node: root, path: [] }];
    await refreshFolder(FOLDER);
    expect((await readChildren(FOLDER)).map((row) => row.id)).toEqual([FILE, OTHER]);
    expect((await readPath(FOLDER)).map((step) => step.name)).toEqual(['My files', 'folder']);
  });

  it('that is gone forgets it with what was in it', async () => {
    await applyNodes([folder(), file({ parentId: FOLDER })]);
    await expect(refreshFolder(FOLDER)).rejects.toMatchObject({ code: 'not-found' });
    expect(await findNode(FOLDER)).toBeUndefined();
    expect(await findNode(FILE)).toBeUndefined();
  });

  it('when nobody is signed in any more is remembered', async () => {
    answers['GET /files'] = problem(401, 'unauthenticated');
    answers[`GET /files/${FOLDER}`] = problem(401, 'unauthenticated');
    await expect(refreshFolder(FOLDER)).rejects.toMatchObject({ reaction: 'sign-in' });
    expect(await readAccount()).toMatchObject({ isSignedIn: false, user: { id: USER.id } });
  });
});

/** All that was queued has been answered, or waits for something else. */
const allSent = () =>
  vi.waitFor(async () => expect(await countUnsent(USER.id)).toBe(0), { timeout: 15_000 });
const refusals = async () => {
  await allSent();
  const rows = await readOutbox(USER.id);
  return rows.map(({ mutation, refusal }) => [mutation.is, refusal?.code]);
};

describe('changing the tree', () => {
  it('shows a new folder at once, and then as the server made it', async () => {
    answers['POST /folders'] = (_url, body) => {
      const { id } = JSON.parse(body) as { id: string };
      return [201, { folder: folder({ id, name: 'Trips', seq: 7 }) }];
    };
    const id = await createFolder(ROOT, 'trips');
    expect(await findNode(id)).toMatchObject({ parentId: ROOT, kind: 'folder' });
    await allSent();
    expect(await findNode(id)).toMatchObject({ name: 'Trips', seq: 7 });
  });

  it('shows a new name, and the old one again when it was refused', async () => {
    await applyNodes([file({ name: 'old' })]);
    answers[`PATCH /files/${FILE}`] = problem(409, 'name-taken');
    await renameNode(FILE, 'new');
    expect((await findNode(FILE))?.name).toBe('new');
    expect(await refusals()).toEqual([['rename', 'name-taken']]);
    expect((await findNode(FILE))?.name).toBe('old');
    answers[`PATCH /files/${FILE}`] = [200, { node: file({ name: 'newer', seq: 2 }) }];
    await renameNode(FILE, 'newer');
    await allSent();
    expect(await findNode(FILE)).toMatchObject({ name: 'newer', seq: 2 });
  });

  it('moves what can be moved, and tells of what can not', async () => {
    await applyNodes([file(), file({ id: OTHER })]);
    answers[`PATCH /files/${FILE}`] = problem(409, 'name-taken');
    answers[`PATCH /files/${OTHER}`] = [
      200,
      { node: file({ id: OTHER, parentId: FOLDER, seq: 2 }) },
    ];
    const deed = await moveNodes([FILE, OTHER], FOLDER);
    expect(await untilAnswered(deed)).toEqual({ waiting: 0, refusedIds: [FILE] });
    expect((await readChildren(ROOT)).map((row) => row.id)).toEqual([FILE]);
    expect((await readChildren(FOLDER)).map((row) => row.id)).toEqual([OTHER]);
  });

  it('does not wait for a server that is not there', async () => {
    await applyNodes([file({ name: 'old' })]);
    answers[`PATCH /files/${FILE}`] = [502];
    const deed = await renameNode(FILE, 'new');
    expect(await untilAnswered(deed)).toEqual({ waiting: 1, refusedIds: [] });
    expect((await findNode(FILE))?.name).toBe('new');
  });
});

describe('the trash', () => {
  const trashedAt = '2026-01-01T00:00:00.000Z';

  it('takes things in and gives them back', async () => {
    await applyNodes([file()]);
    answers[`DELETE /files/${FILE}`] = [200, { node: file({ trashedAt, seq: 2 }) }];
    await trashNodes([FILE]);
    expect(await readChildren(ROOT)).toEqual([]);
    expect(await readTrash()).toHaveLength(1);
    await allSent();
    expect((await readTrash()).map(({ seq }) => seq)).toEqual([2]);
    answers[`POST /files/${FILE}/restore`] = [200, { node: file({ seq: 3 }) }];
    await restoreNodes([FILE]);
    await allSent();
    expect(await readChildren(ROOT)).toHaveLength(1);
    expect(await readTrash()).toEqual([]);
  });

  it('forgets what somebody else deleted for good, and says so', async () => {
    await applyNodes([file()]);
    await trashNodes([FILE]);
    expect(await refusals()).toEqual([['trash', 'node-gone']]);
    expect(await findNode(FILE)).toBeUndefined();
  });

  it('is listed, purged and emptied', async () => {
    const items = [file({ trashedAt }), file({ id: OTHER, trashedAt }), folder({ trashedAt })];
    answers['GET /trash'] = [200, { items, nextCursor: null }];
    await refreshTrash();
    expect(await readTrash()).toHaveLength(3);
    answers[`DELETE /trash/${FILE}`] = [204];
    await purgeNodes([FILE]);
    expect(await readTrash()).toHaveLength(2);
    answers['DELETE /trash'] = [204];
    await emptyTrash();
    expect(await readTrash()).toEqual([]);
    expect(asked.slice(asked.indexOf(`DELETE /trash/${FILE}`))).toContain('DELETE /trash');
  });
});

describe('signing in and out', () => {
  it('stops sending before the cookie changes, and remembers who it is', async () => {
    let wasSignedIn: boolean | null = null;
    answers['POST /auth/login'] = [200, { user: USER }];
    const before = globalThis.fetch;
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      if (input.endsWith('/login')) wasSignedIn = (await readAccount()).isSignedIn;
      return fakeFetch(input, init);
    });
    await signIn({ email: 'ada@example.org', password: 'x' });
    vi.stubGlobal('fetch', before);
    expect(wasSignedIn).toBe(false);
    expect((await readAccount()).isSignedIn).toBe(true);
  });

  it('lets go on what waited for it', async () => {
    await queueOne();
    const refusal = { during: 'open', code: 'unauthenticated', detail: null } as const;
    const why = { ...refusal, reaction: 'sign-in', retryAfterMs: null } as const;
    const event = { type: 'refused', refusal: why, at: 0, random: 0 } as const;
    await recordNotes(USER.id, [{ uploadId: 'u', event, chunks: [] }]);
    answers['POST /auth/login'] = [200, { user: USER }];
    await signIn({ email: 'ada@example.org', password: 'x' });
    expect((await findUpload('u'))?.state).toBe('staging');
  });

  it('forgets the tree and keeps the queue', async () => {
    await applyNodes([file()]);
    await queueOne();
    answers['POST /auth/logout'] = [204];
    await signOut();
    expect(await findNode(FILE)).toBeUndefined();
    expect(await findUpload('u')).toBeDefined();
    expect(await readAccount()).toMatchObject({ isSignedIn: false });
  });

  it('ends on the server later where that could not be told, and once', async () => {
    answers['POST /auth/logout'] = [503];
    await expect(signOut()).rejects.toMatchObject({ reaction: 'retry' });
    expect(await readAccount()).toMatchObject({ isSignedIn: false, isSessionLeft: true });
    answers['POST /auth/logout'] = [204];
    asked = [];
    await endLeftSession();
    await endLeftSession();
    expect(asked).toEqual(['POST /auth/logout']);
  });

  it('that was left ends before another one begins', async () => {
    answers['POST /auth/logout'] = [503];
    await signOut().catch(() => undefined);
    answers['POST /auth/logout'] = problem(401, 'unauthenticated');
    answers['POST /auth/login'] = [200, { user: USER }];
    asked = [];
    await signIn({ email: 'ada@example.org', password: 'x' });
    expect(asked.slice(0, 2)).toEqual(['POST /auth/logout', 'POST /auth/login']);
    expect((await readAccount()).isSessionLeft).toBeUndefined();
  });

  it('is noticed when it happened elsewhere', async () => {
    answers['GET /auth/me'] = problem(401, 'unauthenticated');
    expect(await refreshAccount()).toBeNull();
    expect((await readAccount()).isSignedIn).toBe(false);
  });

  it('is not believed to be over because the server is away', async () => {
    answers['GET /auth/me'] = [502];
    await expect(refreshAccount()).rejects.toMatchObject({ reaction: 'retry' });
    expect((await readAccount()).isSignedIn).toBe(true);
  });
});

const queueOne = () =>
  enqueue({
    userId: USER.id,
    stager: null,
    files: [
      { id: 'u', filename: 'u', sizeBytes: 5, mimeType: '', lastModified: null, folderId: ROOT },
    ],
  });

describe('holding uploads', () => {
  it('pauses, resumes and takes back', async () => {
    await queueOne();
    await pauseUpload('u');
    expect((await findUpload('u'))?.state).toBe('paused');
    await resumeUpload('u');
    expect((await findUpload('u'))?.state).toBe('staging');
    await cancelUpload('u');
    expect(await findUpload('u')).toBeUndefined();
  });
});
