import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADA, hashOf, keepText, signInAda } from '../../test/kept.ts';
import { aNode } from '../../test/nodes.ts';
import { subtleDigest } from '../digest/subtle-digest.ts';
import { recordSignedOut, recordSignIn } from '../local/account.ts';
import { db } from '../local/database.ts';
import { applyNodes } from '../local/node-writes.ts';
import { wipe } from '../local/wipe.ts';
import { fileOfAddress, serveFile } from './serve-file.ts';

const FILE = '018f0000-0000-7000-8000-000000000001';
const AT = `https://satchel.test/api/v1/files/${FILE}/download`;
const OFF = () => Promise.reject(new TypeError('no network'));

let network: () => Promise<Response>;

beforeEach(async () => {
  await wipe();
  await signInAda();
  network = OFF;
  vi.stubGlobal('fetch', () => network());
  browserHas(1e9);
});
afterEach(() => vi.unstubAllGlobals());

function browserHas(quota: number, onLine = true): void {
  vi.stubGlobal('navigator', { onLine, storage: { estimate: async () => ({ quota }) } });
}

/** Asks as a page does, and waits for what goes on behind the answer. */
async function ask(headers: Record<string, string> = {}, query = ''): Promise<Response> {
  const works: Promise<unknown>[] = [];
  const request = new Request(AT + query, { headers });
  const waitUntil = (work: Promise<unknown>) => works.push(work);
  const answer = await serveFile({ request, fileId: FILE, digest: subtleDigest, waitUntil });
  const bytes = await answer.arrayBuffer();
  await Promise.all(works);
  return new Response(answer.status === 304 ? null : bytes, answer);
}

describe('an address', () => {
  it('is about the bytes of a file, or is left alone', () => {
    expect(fileOfAddress(new URL(`${AT}?inline=1`))).toBe(FILE);
    expect(fileOfAddress(new URL('https://satchel.test/api/v1/files'))).toBeNull();
    expect(
      fileOfAddress(new URL(`https://satchel.test/api/v1/folders/${FILE}/download`)),
    ).toBeNull();
  });
});

describe('a file that is kept', () => {
  it('DL20 is answered as the server answers, without it', async () => {
    const hash = await keepText(FILE, 'hello world');
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('hello world');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: `"${hash}"`,
      'content-length': '11',
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${FILE}.txt"`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('DL20 is answered in parts', async () => {
    const hash = await keepText(FILE, 'hello world');
    const part = await ask({ Range: 'bytes=6-' });
    expect([part.status, await part.text()]).toEqual([206, 'world']);
    expect(part.headers.get('content-range')).toBe('bytes 6-10/11');
    expect((await ask({ Range: 'bytes=11-' })).status).toBe(416);
    expect((await ask({ 'If-None-Match': `"${hash}"` })).status).toBe(304);
    expect((await ask({ Range: 'bytes=6-', 'If-Range': '"other"' })).status).toBe(200);
    expect((await ask({}, '?inline=1')).headers.get('content-disposition')).toMatch(/^inline/);
  });

  it('DL20 is given to the person signed in, and to nobody else', async () => {
    await keepText(FILE, 'hello world');
    await db.account.put({ key: 'current', user: ADA, isSignedIn: false });
    await expect(ask()).rejects.toThrow('no network');
    await db.account.put({ key: 'current', user: { ...ADA, id: 'bob' }, isSignedIn: true });
    await expect(ask()).rejects.toThrow('no network');
  });

  it('goes when its person signs out, or another signs in', async () => {
    await keepText(FILE, 'hello world');
    await recordSignedOut();
    expect(await db.keptChunks.count()).toBe(0);
    await signInAda();
    await keepText(FILE, 'hello world');
    await recordSignIn({ ...ADA, id: 'bob' });
    expect(await db.keptContents.count()).toBe(0);
  });

  it('is asked of the network where its content is another by now, and serves where there is none', async () => {
    await keepText(FILE, 'hello world');
    await applyNodes([aNode({ id: FILE, contentHash: 'b'.repeat(64), version: 2, seq: 2 })]);
    network = async () => new Response('hello you', { headers: { ETag: `"${'b'.repeat(64)}"` } });
    expect(await (await ask()).text()).toBe('hello you');
    network = async () => new Response('proxy', { status: 502 });
    expect(await (await ask()).text()).toBe('hello world');
    network = OFF;
    expect(await (await ask()).text()).toBe('hello world');
  });

  it('of which a chunk is missing is fetched again', async () => {
    const hash = await keepText(FILE, 'hello world');
    await db.keptChunks.clear();
    await expect(ask()).rejects.toThrow('no network');
    expect(await db.keptContents.get(hash)).toMatchObject({ state: 'waiting' });
  });
});

describe('a file that is not kept', () => {
  async function onServer(text: string, sent = text): Promise<void> {
    const { content } = await hashOf(text);
    await applyNodes([aNode({ id: FILE, contentHash: content, size: text.length })]);
    network = async () => new Response(sent, { headers: { ETag: `"${content}"` } });
  }

  it('is kept on its way to who opened it', async () => {
    await onServer('hello world');
    expect(await (await ask()).text()).toBe('hello world');
    network = OFF;
    expect(await (await ask()).text()).toBe('hello world');
  });

  it('is not kept where the bytes are not its own', async () => {
    await onServer('hello world', 'hello w0rld');
    expect(await (await ask()).text()).toBe('hello w0rld');
    expect(await db.keptContents.count()).toBe(0);
  });

  it('goes past the worker where it is too large to stay, unless there is no network', async () => {
    await onServer('hello world');
    await applyNodes([aNode({ id: FILE, size: 65 * 1024 * 1024, seq: 2 })]);
    const answer = await ask({}, '?inline=1');
    expect(answer.status).toBe(307);
    const address = new URL(answer.headers.get('location') ?? '');
    expect(address.searchParams.get('inline')).toBe('1');
    expect(fileOfAddress(address)).toBeNull();
    browserHas(1e9, false);
    network = OFF;
    await expect(ask()).rejects.toThrow('no network');
  });

  it('is not kept in part', async () => {
    await onServer('hello world');
    const whole = network;
    network = async () => {
      const headers = {
        ...Object.fromEntries((await whole()).headers),
        'Content-Range': 'bytes 6-10/11',
      };
      return new Response('world', { status: 206, headers });
    };
    expect(await (await ask({ Range: 'bytes=6-' })).text()).toBe('world');
    expect(await db.keptContents.count()).toBe(0);
  });

  it('makes the least recently opened go where there is no room for both', async () => {
    const old = await keepText('old', 'x'.repeat(60), { usedAt: 1 });
    await onServer('y'.repeat(60));
    browserHas(2000);
    await ask();
    expect(await db.keptContents.get(old)).toBeUndefined();
    expect(await db.keptContents.count()).toBe(1);
  });
});
