import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RoutesServer, startRoutes } from '../../test/routes-server.ts';
import type { HeaderFields } from '../../test/wire-client.ts';

const PAGE = '<!doctype html><title>Satchel</title>';
const SCRIPT = 'export const answer = 42;';
const NAVIGATION = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let directory: string;
let running: RoutesServer;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'satchel-web-'));
  await mkdir(join(directory, 'assets'));
  const write = (path: string, bytes: string | Buffer) => writeFile(join(directory, path), bytes);
  await write('index.html', PAGE);
  await write('service-worker.js', SCRIPT);
  await write('manifest.webmanifest', '{}');
  await write('assets/app-abc123.js', SCRIPT);
  await write('assets/app-abc123.js.gz', gzipSync(SCRIPT));
  await write('csp.json', JSON.stringify({ styleHashes: ['sha256-abc='] }));
  running = await startRoutes([], { webDirectory: directory });
});
afterAll(async () => {
  await running.server.stop(0);
  await rm(directory, { recursive: true, force: true });
});

const get = (path: string, headers: HeaderFields = {}) =>
  running.client.send('GET', path, undefined, headers);

describe('the web app', () => {
  it.each(['/', '/folders/0190a1b2', '/trash', '/folders/x?view=grid'])(
    'EV14 has its page at %s, for a browser that goes there',
    async (path) => {
      const answer = await get(path, NAVIGATION);
      expect([answer.status, answer.bytes.toString()]).toEqual([200, PAGE]);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('EV14 is no answer to a program that looks for something else', async () => {
    for (const path of ['/folders/0190a1b2', '/nowhere.js', '/assets/gone-abc.js']) {
      const answer = await get(path);
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
  });

  it.each([
    '/assets/gone-abc.js',
    '/assets/',
    '/missing.png',
    '/api',
    '/api/v1/nowhere',
    '/s/token',
    '/metrics.txt',
    '/assets/..%2f..%2fetc%2fpasswd',
    '/..%2fpackage.json',
  ])('EV14 is not at %s, not even for a browser', async (path) => {
    const answer = await get(path, NAVIGATION);
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });

  it('EV12 its pages run only our own scripts and styles', async () => {
    const policy = (await get('/', NAVIGATION)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("style-src 'self' 'sha256-abc=';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toMatch(/'unsafe-eval'/);
  });

  it('EV15 what is named by its content is kept for good, everything else is asked for again', async () => {
    const asset = await get('/assets/app-abc123.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    for (const path of ['/service-worker.js', '/manifest.webmanifest']) {
      const { headers } = await get(path);
      expect(headers.get('cache-control')).toBe('no-cache');
      const etag = headers.get('etag') ?? '';
      // A browser's own reload; `fetch` would ask for a fresh copy.
      const reload = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
      const again = await get(path, reload);
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
  });

  it('EV15 is sent compressed to who can read it', async () => {
    const zipped = await get('/assets/app-abc123.js', { 'accept-encoding': 'br, gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.bytes.toString()).toBe(SCRIPT);
    const plain = await get('/assets/app-abc123.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toBe('Accept-Encoding');
    expect((await get('/assets/app-abc123.js.gz')).status).toBe(404);
  });

  it('EV11 answers HEAD, and 404 to everything that would change it', async () => {
    const head = await running.client.send('HEAD', '/', undefined, NAVIGATION);
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers.get('content-length')).toBe(String(PAGE.length));
    expect((await running.client.send('POST', '/', {}, NAVIGATION)).status).toBe(404);
  });
});
