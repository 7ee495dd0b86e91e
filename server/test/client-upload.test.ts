// The client's own uploader, from rows in its storage to files on this server. Dexie looks for
// IndexedDB when it is imported, so this comes first.
import 'fake-indexeddb/auto';

import { createHash, randomBytes } from 'node:crypto';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { Node } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { subtleDigest } from '../../worker/src/digest/subtle-digest.ts';
import { readAccount, recordSignIn } from '../../worker/src/local/account.ts';
import { readChildren } from '../../worker/src/local/nodes.ts';
import { runAlone } from '../../worker/src/local/presence.ts';
import { queueMutations } from '../../worker/src/local/queue-mutations.ts';
import { readOutbox } from '../../worker/src/local/read-outbox.ts';
import type { StagedPart } from '../../worker/src/local/staged-chunks.ts';
import { enqueue, removeUploads } from '../../worker/src/local/upload-queue.ts';
import { readUploads } from '../../worker/src/local/uploads.ts';
import { wipe } from '../../worker/src/local/wipe.ts';
import { createApi } from '../../worker/src/net/api.ts';
import { Arrivals } from '../../worker/src/runner/arrivals.ts';
import { outboxStore } from '../../worker/src/runner/create-outbox.ts';
import { OutboxSender } from '../../worker/src/runner/outbox-sender.ts';
import { realClock, realPorts } from '../../worker/src/runner/real-ports.ts';
import { Uploader } from '../../worker/src/runner/uploader.ts';
import { stage } from '../../worker/src/staging/stage.ts';
import { browserRoom, storeParts } from '../../worker/src/staging/store-parts.ts';
import { type Person, startWorld, type World } from './wire.ts';

// A drain looks for more work for two seconds before it ends.
vi.setConfig({ testTimeout: 60_000 });

let world: World;
let person: Person;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await wipe();
  person = await world.signUp();
  await recordSignIn(person.user);
});

type Fetch = typeof globalThis.fetch;

/** As the browser sends it: with the cookie. */
const fetchAsPerson: Fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('Cookie', [...person.cookies].map((pair) => pair.join('=')).join('; '));
  return fetch(input, { ...init, headers });
};

const apiOver = (send: Fetch) => createApi({ origin: world.origin, fetch: send });

const uploader = (send: Fetch = fetchAsPerson) => {
  const api = apiOver(send);
  const arrivals = new Arrivals(api);
  const ports = realPorts(api, subtleDigest, (arrived) => arrivals.add(arrived));
  return new Uploader(ports, (work) => runAlone('uploader', 'test', work));
};

const outbox = () => {
  const ports = { store: outboxStore, api: apiOver(fetchAsPerson).nodes, clock: realClock };
  const more = { isOnline: () => true, onFolders: () => undefined };
  return new OutboxSender({ ...ports, ...more }, (work) => runAlone('outbox', 'test', work));
};

/** As a dropped tree makes them. */
const makeFolders = async (folders: readonly { id: string; parentId: string; name: string }[]) => {
  const { id: userId, rootFolderId, personalSpaceId: spaceId, displayName } = person.user;
  const same = {
    is: 'create-folder',
    spaceId,
    by: { id: userId, displayName },
    joins: true,
  } as const;
  const wanted = folders.map(({ id, ...where }) => ({
    nodeId: id,
    mutation: { ...same, ...where },
  }));
  await queueMutations({ userId, rootFolderId }, wanted);
};

interface Wanted {
  readonly path: string;
  readonly bytes: Buffer;
}

const add = async (files: readonly Wanted[]) => {
  const added = files.map(({ path, bytes }) => {
    const [name = '', folder = person.user.rootFolderId] = path.split('/').reverse();
    return { id: uuidv7(), name, folderId: folder, bytes };
  });
  await enqueue({
    userId: person.user.id,
    stager: null,
    files: added.map(({ id, name, folderId, bytes }) => ({
      id,
      filename: name,
      sizeBytes: bytes.length,
      mimeType: '',
      lastModified: 1_700_000_000_000,
      folderId,
    })),
  });
  const store = (parts: readonly StagedPart[]) => storeParts(browserRoom, parts);
  const sources = added.map(({ id, bytes }) => ({ uploadId: id, source: new Blob([bytes]) }));
  await stage(
    { digest: subtleDigest, now: Date.now, store },
    sources.filter(({ source }) => source.size > 0),
  );
  return added;
};

const rows = () => readUploads(person.user.id);

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const expectFile = async (id: string, bytes: Buffer) => {
  const answer = await person.send('GET', `/api/v1/files/${id}/download`);
  expect(answer.status).toBe(200);
  expect(sha256(answer.bytes)).toBe(sha256(bytes));
};

describe('the client', () => {
  it('uploads large, small and empty files, and shows them', async () => {
    const files = await add([
      { path: 'large.bin', bytes: randomBytes(2 * CHUNK_SIZE_BYTES + 77) },
      { path: 'small.txt', bytes: Buffer.from('hello') },
      { path: 'empty', bytes: Buffer.alloc(0) },
    ]);
    await uploader().pump({ retryNow: false });
    expect((await rows()).map((row) => row.state)).toEqual(['done', 'done', 'done']);
    for (const { id, bytes } of files) await expectFile(id, bytes);
    await expect
      .poll(() => readChildren(person.user.rootFolderId), { timeout: 5000 })
      .toHaveLength(3);
    await expect
      .poll(async () => (await readAccount()).user?.usedBytes, { timeout: 5000 })
      .toBe(2 * CHUNK_SIZE_BYTES + 77 + 5);
  });

  it('makes folders first, and joins those that are there already', async () => {
    const root = person.user.rootFolderId;
    const there = await person.post<{ folder: Node }>('/folders', {
      name: 'Trips',
      parentId: root,
    });
    const [trips, inner] = [uuidv7(), uuidv7()];
    await makeFolders([
      { id: trips, parentId: root, name: 'TRIPS' },
      { id: inner, parentId: trips, name: '2026' },
    ]);
    const [file] = await add([{ path: `${inner}/a.txt`, bytes: Buffer.from('a') }]);
    await uploader().pump({ retryNow: false });
    expect((await rows())[0]?.state).not.toBe('done');
    await outbox().pump();
    expect(await readOutbox(person.user.id)).toEqual([]);
    await uploader().pump({ retryNow: false });
    const answer = await person.get<{ path: { name: string }[] }>(`/files/${file?.id}`);
    expect(answer.body.path.map((step) => step.name).slice(1)).toEqual(['Trips', '2026']);
    const made = await person.get<{ node: Node }>(`/files/${inner}`);
    expect(made.body.node.parentId).toBe(there.body.folder.id);
  });

  it('does not send what this person has stored already', async () => {
    const bytes = randomBytes(CHUNK_SIZE_BYTES + 1);
    await add([{ path: 'one', bytes }]);
    await uploader().pump({ retryNow: false });
    await add([{ path: 'two', bytes }]);
    await uploader().pump({ retryNow: false });
    expect((await rows())[1]).toMatchObject({ state: 'done', bytesExisting: bytes.length });
  });

  it('brings every file whole although every fifth answer is lost', async () => {
    let requests = 0;
    const losing: Fetch = async (input, init) => {
      requests++;
      const answer = await fetchAsPerson(input, init);
      if (requests % 5 !== 0) return answer;
      await answer.arrayBuffer();
      throw new TypeError('lost');
    };
    const files = await add(
      [1, 2, 3, 4].map((n) => ({ path: `${n}`, bytes: randomBytes(n * 1_500_000) })),
    );
    const sending = uploader(losing);
    const goOn = async () => {
      await sending.pump({ retryNow: true });
      return (await rows()).every((row) => row.state === 'done');
    };
    await expect.poll(goOn, { timeout: 55_000 }).toBe(true);
    for (const { id, bytes } of files) await expectFile(id, bytes);
    const listed = await person.get<{ items: Node[] }>('/files');
    expect(listed.body.items.map((node) => node.version)).toEqual([1, 1, 1, 1]);
  });

  it('ends on the server what was taken off the queue', async () => {
    const [file] = await add([{ path: 'a', bytes: randomBytes(CHUNK_SIZE_BYTES * 2) }]);
    let removed = false;
    const removing: Fetch = async (input, init) => {
      const answer = await fetchAsPerson(input, init);
      if (init?.method === 'PUT' && !removed) {
        removed = true;
        await removeUploads([file?.id ?? '']);
      }
      return answer;
    };
    await uploader(removing).pump({ retryNow: false });
    await uploader().pump({ retryNow: false });
    const { body } = await person.get<{ items: Node[] }>('/files');
    expect(body.items).toEqual([]);
    const spaces = await world.deps.db.query<{ reserved_bytes: number }>(
      'select reserved_bytes from spaces where id = $1',
      [person.user.personalSpaceId],
    );
    expect(spaces[0]?.reserved_bytes).toBe(0);
  });

  it('waits for the sign-in and goes on after it', async () => {
    const [file] = await add([{ path: 'a', bytes: Buffer.from('hello') }]);
    const cookies = new Map(person.cookies);
    person.cookies.clear();
    await uploader().pump({ retryNow: false });
    expect((await rows())[0]).toMatchObject({
      state: 'blocked',
      blockedBy: 'sign-in',
      attempts: 0,
    });
    expect((await readAccount()).isSignedIn).toBe(false);
    for (const [name, value] of cookies) person.cookies.set(name, value);
    await recordSignIn(person.user);
    await uploader().pump({ retryNow: false });
    await expectFile(file?.id ?? '', Buffer.from('hello'));
  });
});
