// The client's own keeper, from a pin to the bytes on the device, against this server.
import 'fake-indexeddb/auto';

import type { Node } from '@satchel/shared/wire/nodes';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { subtleDigest } from '../../worker/src/digest/subtle-digest.ts';
import { readAccount, recordSignIn } from '../../worker/src/local/account.ts';
import { db } from '../../worker/src/local/database.ts';
import { findKeptFile, readKeptBytes } from '../../worker/src/local/kept-files.ts';
import { applyNodes } from '../../worker/src/local/node-writes.ts';
import { addPins, readPins, removePins } from '../../worker/src/local/pins.ts';
import { wipe } from '../../worker/src/local/wipe.ts';
import { contentApi } from '../../worker/src/net/content-api.ts';
import { createSend } from '../../worker/src/net/send.ts';
import { keepPorts } from '../../worker/src/runner/keep/create-keeper.ts';
import { Keeper } from '../../worker/src/runner/keep/keeper.ts';
import type { KeepPorts } from '../../worker/src/runner/keep/ports.ts';
import { CHUNK, fileOf, getNode, type LocalFile, randomFile, sha256, upload } from './uploads.ts';
import { type Person, startWorld, type World } from './wire.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let person: Person;
/** The paths that were asked for, each time. */
let asked: string[];
/** What a test does to answers on their way. */
let onTheWay: (path: string, answer: Response) => Promise<Response> | Response;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await wipe();
  person = await world.signUp();
  await recordSignIn(person.user);
  const feed = { userId: person.user.id, cursor: 'here', isComplete: true };
  await db.feed.put({ key: 'current', ...feed });
  asked = [];
  onTheWay = (_path, answer) => answer;
});

const fetchAsPerson: typeof globalThis.fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('Cookie', [...person.cookies].map((pair) => pair.join('=')).join('; '));
  const path = String(input).replace(`${world.origin}/api/v1`, '');
  asked.push(path);
  return onTheWay(path, await fetch(input, { ...init, headers }));
};

/** Nobody else works in this test. */
async function alone(work: () => Promise<void>): Promise<boolean> {
  await work();
  return true;
}

function realPorts(): KeepPorts {
  const send = createSend({ origin: world.origin, fetch: fetchAsPerson });
  return keepPorts(contentApi(send), subtleDigest);
}

function keeper(change: Partial<KeepPorts> = {}): Keeper {
  return new Keeper({ ...realPorts(), ...change }, alone);
}

/** Puts a file on the server and the node of it into the replica. */
async function put(name: string, file: LocalFile, facts: object = {}): Promise<Node> {
  const { fileId } = await upload(person, file, { filename: name, ...facts });
  const node = await getNode(person, fileId);
  await applyNodes([node]);
  return node;
}

/** Time that goes on only where somebody waits for it. */
function leapingClock() {
  let now = Date.now();
  const sleep = async (ms: number) => {
    now += ms;
  };
  return { now: () => now, random: () => 0, sleep };
}

/** The digest of what this device would serve; null where it has nothing whole. */
async function keptDigest(fileId: string): Promise<string | null> {
  const kept = await findKeptFile(fileId);
  if (kept === undefined) return null;
  const { sizeBytes } = kept.content;
  const range = sizeBytes === 0 ? null : { start: 0, end: sizeBytes - 1 };
  const blob = await readKeptBytes(kept.content, range);
  return blob === undefined ? null : sha256(new Uint8Array(await blob.arrayBuffer()));
}

/** A pass when nothing that was done lately is taken back any more. */
async function muchLater(): Promise<void> {
  const clock = leapingClock();
  await clock.sleep(60_000);
  await keeper({ clock }).pump();
}

const pin = (...ids: string[]) => addPins(person.user.id, ids);
const chunksAsked = () => asked.filter((path) => path.includes('/chunks/')).length;

describe('what is pinned', () => {
  it('is fetched chunk by chunk and is the same bytes', async () => {
    const files = [randomFile(2 * CHUNK + 77), randomFile(10), randomFile(0)];
    const nodes = [];
    for (const [n, file] of files.entries()) nodes.push(await put(`f${n}`, file));
    await pin(...nodes.map(({ id }) => id));
    await keeper().pump();
    for (const [n, node] of nodes.entries()) {
      expect(await keptDigest(node.id)).toBe(sha256(files[n]?.bytes ?? Buffer.of()));
    }
    // The hash of a content proves its only chunk; it takes no list.
    expect(asked.filter((path) => path.startsWith('/manifest'))).toHaveLength(1);
    expect(chunksAsked()).toBe(4);
    const [first] = await readPins(person.user.id);
    expect(first?.progress).toMatchObject({ files: 1, filesKept: 1, bytesKept: 2 * CHUNK + 77 });
  });

  it('as a folder is everything beneath it, and what comes later', async () => {
    const { body } = await person.post<{ folder: Node }>('/folders', {
      name: 'Trip',
      parentId: null,
    });
    await applyNodes([body.folder]);
    await pin(body.folder.id);
    const file = randomFile(5);
    const node = await put('a', file, { folderId: body.folder.id });
    await keeper().pump();
    expect(await keptDigest(node.id)).toBe(sha256(file.bytes));
    const later = await put('b', randomFile(6), { folderId: body.folder.id });
    await keeper().pump({ isStale: true });
    expect(await keptDigest(later.id)).not.toBeNull();
  });

  it('is fetched again where a chunk was changed on the way', async () => {
    const file = randomFile(2 * CHUNK);
    const node = await put('f', file);
    await pin(node.id);
    let changed = 0;
    onTheWay = async (path, answer) => {
      if (!path.includes('/chunks/1') || changed > 1) return answer;
      changed++;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      bytes[5] = (bytes[5] ?? 0) ^ 1;
      return new Response(bytes);
    };
    await keeper().pump();
    expect(changed).toBe(2);
    expect(await keptDigest(node.id)).toBe(sha256(file.bytes));
    expect(chunksAsked()).toBe(4);
  });

  it('goes on behind what was kept when it is killed in between', async () => {
    const file = randomFile(4 * CHUNK);
    const node = await put('f', file);
    await pin(node.id);
    // Two chunks come, the others never do.
    onTheWay = (path, answer) => {
      const isHeld = path.includes('/chunks/2') || path.includes('/chunks/3');
      return isHeld ? new Promise<Response>(() => undefined) : answer;
    };
    void keeper().pump();
    const twoCame = async () => {
      expect(chunksAsked()).toBe(4);
      expect(await db.keptChunks.count()).toBe(2);
    };
    await vi.waitFor(twoCame, { timeout: 30_000 });
    asked = [];
    onTheWay = (_path, answer) => answer;
    await keeper().pump();
    expect(chunksAsked()).toBe(2);
    expect(await keptDigest(node.id)).toBe(sha256(file.bytes));
  });

  it('takes only the chunks of a new version that are new, and drops the old one then', async () => {
    const before = randomFile(3 * CHUNK);
    const node = await put('f', before);
    await pin(node.id);
    await keeper().pump();
    const bytes = Buffer.from(before.bytes);
    bytes[CHUNK + 3] = (bytes[CHUNK + 3] ?? 0) ^ 1;
    await put('f', fileOf(bytes), { fileId: node.id, baseVersion: 1 });
    expect(await keptDigest(node.id)).toBe(sha256(before.bytes));
    asked = [];
    await keeper().pump({ isStale: true });
    expect(await keptDigest(node.id)).toBe(sha256(bytes));
    expect(chunksAsked()).toBe(1);
    await muchLater();
    expect(await db.keptContents.count()).toBe(1);
    expect(await db.keptChunks.count()).toBe(3);
  });

  it('frees its room when it is no longer pinned, unless that is taken back', async () => {
    const node = await put('f', randomFile(CHUNK + 1));
    await pin(node.id);
    await keeper().pump();
    await removePins(person.user.id, [node.id]);
    await keeper().pump({ isStale: true });
    await pin(node.id);
    await keeper().pump({ isStale: true });
    expect(chunksAsked()).toBe(2);
    await removePins(person.user.id, [node.id]);
    await keeper().pump({ isStale: true });
    await muchLater();
    expect(await db.keptChunks.count()).toBe(0);
    expect(await keptDigest(node.id)).toBeNull();
  });
});

describe('keeping', () => {
  it('says that there is no room, and keeps the rest', async () => {
    const large = await put('large', randomFile(2 * CHUNK));
    const small = await put('small', randomFile(10));
    await pin(large.id, small.id);
    await keeper({ estimate: async () => ({ usedBytes: 0, quotaBytes: CHUNK }) }).pump();
    expect(await keptDigest(small.id)).not.toBeNull();
    const [first] = await readPins(person.user.id);
    expect(first?.progress).toMatchObject({ filesFailed: 1, why: 'no-room' });
  });

  it('ends where the session is over, and has that known', async () => {
    const node = await put('f', randomFile(10));
    await pin(node.id);
    await person.post('/auth/logout');
    await keeper().pump();
    expect(await readAccount()).toMatchObject({ isSignedIn: false });
  });

  it('waits as long as the server says, and goes on', async () => {
    const node = await put('f', randomFile(10));
    await pin(node.id);
    const clock = leapingClock();
    const times: number[] = [];
    onTheWay = (_path, answer) => {
      times.push(clock.now());
      if (times.length > 1) return answer;
      return new Response(null, { status: 429, headers: { 'Retry-After': '7' } });
    };
    await keeper({ clock }).pump();
    expect(await keptDigest(node.id)).not.toBeNull();
    const [first = 0, second = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(7000);
  });

  it('lets uploads go first', async () => {
    const node = await put('f', randomFile(10));
    await pin(node.id);
    const { store, ...ports } = realPorts();
    let looks = 0;
    const isUploading = async () => {
      expect(asked.filter((path) => path.includes('/chunks/'))).toEqual([]);
      looks++;
      return looks < 3;
    };
    const clock = leapingClock();
    await new Keeper({ ...ports, clock, store: { ...store, isUploading } }, alone).pump();
    expect(looks).toBe(3);
    expect(await keptDigest(node.id)).not.toBeNull();
  });
});
