import { createHash } from 'node:crypto';
import { ERRORS } from '@satchel/shared/errors';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  KNOWN,
  oddBody,
  oddHeaders,
  oddParams,
  oddQuery,
  replaceKnown,
} from '../../test/odd-requests.ts';
import { sendRaw } from '../../test/raw-request.ts';
import { type Person, startWorld, type World } from '../../test/wire.ts';
import type { Method, ProblemBody, WireAnswer } from '../../test/wire-client.ts';
import type { Route } from '../lib/route.ts';
import { apiRoutes } from './api-routes.ts';

// CI can ask for more; see https://fast-check.dev for replaying the seed that a failure prints.
const RUNS = Number(process.env.FUZZ_RUNS ?? 400);

let world: World;
let anna: Person;
let ids: Map<string, string>;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
  ids = await makeThings(anna);
});
afterAll(() => world.stop());

const encode = (text: string) => new TextEncoder().encode(text);

/** A file, a folder and an open upload, by what stands for them. */
async function makeThings(person: Person): Promise<Map<string, string>> {
  const bytes = encode('some bytes');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const init = { filename: 'some file', size: bytes.length, folderId: null, mimeType: '' };
  const begin = async () =>
    (await person.post<{ uploadId: string }>('/upload/init', init)).body.uploadId;
  const uploadId = await begin();
  await person.put(`/upload/${uploadId}/chunk/0`, bytes, { 'x-chunk-hash': hash });
  const file = await person.post<{ fileId: string }>(`/upload/${uploadId}/complete`, {});
  const folder = await person.post<{ folder: { id: string } }>('/folders', { name: 'a folder' });
  const { rootFolderId } = person.user;
  const values = [rootFolderId, folder.body.folder.id, file.body.fileId, await begin(), hash];
  return new Map(KNOWN.map((stand, index) => [stand, values[index] ?? '']));
}

function fill(path: string, values: readonly string[]): string {
  const left = values.map((value) => encodeURIComponent(value.toWellFormed()));
  return path.replace(/:\w+/g, () => left.shift() || 'x');
}

/** No answer is a fault, and every refusal is one of the table, told as a problem document. */
function expectSane(answer: WireAnswer<ProblemBody>): void {
  expect(answer.status, answer.bytes.toString()).not.toBe(500);
  if (answer.status < 400) return;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const { code, status } = answer.body;
  expect(Object.keys(ERRORS)).toContain(code);
  expect(status).toBe(answer.status);
  expect(answer.bytes.toString()).not.toMatch(/node_modules|\.ts:|select |insert |Error:/);
}

function bodyFor(route: Route, body: unknown): unknown {
  if (route.method === 'GET' || route.body === undefined) return undefined;
  return route.body === 'stream' ? encode(String(JSON.stringify(body))) : body;
}

describe('whatever is sent', () => {
  it('ER10 is answered, or refused as documented, on every route', async () => {
    // What signs somebody out would end the test, and sign-ups are limited per address.
    const routes = apiRoutes(world.deps).filter(({ path }) => !/logout|register/.test(path));
    const request = fc.constantFrom(...routes).chain((route) =>
      fc.record({
        route: fc.constant(route),
        params: oddParams,
        query: fc.oneof(fc.constant({}), oddQuery),
        body: oddBody(route.path),
        headers: fc.oneof(fc.constant({}), oddHeaders),
      }),
    );
    await fc.assert(
      fc.asyncProperty(request, async (odd) => {
        const { params, query, body, headers } = replaceKnown({ ...odd, route: null }, ids);
        const search = new URLSearchParams(Object.entries(query)).toString();
        const path = `/api/v1${fill(odd.route.path, params)}?${search}`;
        const sent = bodyFor(odd.route, body);
        expectSane(await anna.send(odd.route.method, path, sent, headers));
      }),
      { numRuns: RUNS },
    );
  });

  it('ER10 as an address', async () => {
    const method = fc.constantFrom<Method>('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS');
    const path = fc.webPath().map((written) => `/${written.replace(/^\/+/, '')}`);
    await fc.assert(
      fc.asyncProperty(method, path, async (how, where) => {
        const answer = await anna.send(how, where);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        if (how !== 'HEAD') expectSane(answer);
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('ER10 as JSON', async () => {
    const send = (bytes: Uint8Array) =>
      anna.send('POST', '/api/v1/folders', bytes, { 'content-type': 'application/json' });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const answer = await send(bytes);
        expect(answer.status).toBe(400);
        expectSane(answer);
      }),
      { numRuns: RUNS / 4 },
    );
    const [open, closed] = ['[', ']'].map((bracket) => bracket.repeat(400_000));
    expect((await send(encode(`{"name":${open}`))).status).toBe(400);
    expectSane(await send(encode(`{"name":"deep","x":${open}${closed}}`)));
  });

  it('ER10 as bytes that are not HTTP', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary-ascii', minLength: 1 }), async (noise) => {
        const bytes = `GET ${noise} HTTP/1.1\r\nConnection: close\r\n\r\n`;
        const received = await sendRaw(world.origin, bytes);
        expect(received).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
      }),
      { numRuns: RUNS / 8 },
    );
  });
});
