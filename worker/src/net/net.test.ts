import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { COLUMNS_TYPE, toChangesInColumns } from '@satchel/shared/wire/changes-in-columns';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aNode } from '../../test/nodes.ts';
import { type Api, createApi } from './api.ts';
import { ApiError, retryAfterMs } from './api-error.ts';
import { createSend } from './send.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

let server: Server;
let origin: string;
let api: Api;
let answer: Answer;
const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] =
  [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body: body.toString() });
    answer(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  api = createApi({ origin });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
});

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

const problem = (status: number, code: string, more: object = {}, headers = {}) =>
  json(status, { type: 'about:blank', title: 'Title', status, code, ...more }, headers);

const errorOf = async (call: Promise<unknown>): Promise<ApiError> => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`no ApiError: ${error}`);
  return error;
};

const ID = '018f0000-0000-7000-8000-000000000001';
const HASH = 'a'.repeat(64);

describe('a call', () => {
  it('sends JSON, an idempotency key and nothing more than it was given', async () => {
    answer = json(201, { uploadId: ID, chunkSize: 4, totalChunks: 1, expiresAt: 'x' });
    const body = {
      filename: 'ä.txt',
      size: 5,
      folderId: ID,
      mimeType: '',
      lastModified: 1,
      onConflict: 'version',
    } as const;
    await api.uploads.init(body, 'key-1');
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/upload/init',
      headers: { 'idempotency-key': 'key-1', 'content-type': 'application/json' },
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(body);
  });

  it('that was answered before says so', async () => {
    const opened = { uploadId: ID, chunkSize: 4, totalChunks: 1, expiresAt: 'x' };
    const body = { filename: 'a', size: 1, folderId: ID, mimeType: '', lastModified: 1 };
    for (const isReplayed of [false, true]) {
      answer = json(201, opened, isReplayed ? { 'Idempotent-Replayed': 'true' } : {});
      const session = await api.uploads.init({ ...body, onConflict: 'version' }, 'key-1');
      expect(session).toEqual({ ...opened, isReplayed });
    }
  });

  it('sends a chunk as its bytes with its hash', async () => {
    answer = json(200, { received: true, hash: HASH });
    await api.uploads.putChunk(ID, { index: 3, hash: HASH, bytes: new Blob(['hello']) });
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      url: `/api/v1/upload/${ID}/chunk/3`,
      headers: {
        'x-chunk-hash': HASH,
        'content-type': 'application/octet-stream',
        'content-length': '5',
      },
      body: 'hello',
    });
  });

  it('sends a buffer as a chunk like a Blob', async () => {
    answer = json(200, { received: true, hash: HASH });
    const bytes = new TextEncoder().encode('hello').buffer;
    await api.uploads.putChunk(ID, { index: 0, hash: HASH, bytes });
    expect(seen[0]).toMatchObject({
      headers: { 'content-type': 'application/octet-stream', 'content-length': '5' },
      body: 'hello',
    });
  });

  it('leaves out of the query what is not there', async () => {
    answer = json(200, { items: [], nextCursor: null });
    await api.nodes.list(ID, { limit: 1000 });
    await api.nodes.listTrash();
    expect(seen.map((request) => request.url)).toEqual([
      `/api/v1/files?folderId=${ID}&limit=1000`,
      '/api/v1/trash',
    ]);
  });

  it('for what has changed takes columns, and objects of a server from before', async () => {
    const node = aNode({
      id: ID,
      spaceId: ID,
      parentId: ID,
      modifiedBy: { id: ID, displayName: 'Ada' },
    });
    const changes = [{ space: ID, seq: node.seq, node }];
    const page = { changes, cursor: 'c', hasMore: false };
    for (const body of [toChangesInColumns(page), page]) {
      answer = json(200, body);
      expect(await api.sync.changes(null)).toEqual(page);
    }
    expect(seen[0]?.headers.accept).toBe(`${COLUMNS_TYPE}, application/json`);
  });

  it('encodes ids in paths', async () => {
    answer = (_request, response) => response.writeHead(204).end();
    await api.nodes.trash('../x?', 'k');
    expect(seen[0]?.url).toBe('/api/v1/files/..%2Fx%3F');
  });

  it('that answers nothing gives nothing', async () => {
    answer = (_request, response) => response.writeHead(204).end();
    await expect(api.auth.logout()).resolves.toBeUndefined();
  });
});

describe('a refusal', () => {
  it('carries status, code, reaction, words and the fields that are wrong', async () => {
    const fields = [{ path: 'email', message: 'must be an e-mail address' }];
    answer = problem(400, 'invalid-request', { detail: 'Look again', fields });
    expect(await errorOf(api.auth.me())).toMatchObject({
      status: 400,
      code: 'invalid-request',
      reaction: 'stop',
      detail: 'Look again',
      fields,
      retryAfterMs: null,
    });
  });

  it('says by its code what to do', async () => {
    answer = problem(401, 'unauthenticated');
    expect((await errorOf(api.auth.me())).reaction).toBe('sign-in');
    answer = problem(401, 'bad-credentials');
    expect((await errorOf(api.auth.login({ email: 'a', password: 'b' }))).reaction).toBe('fix');
    answer = problem(507, 'quota-exceeded');
    expect((await errorOf(api.auth.me())).reaction).toBe('fix');
  });

  it('says when to come back', async () => {
    answer = problem(503, 'storage-unavailable', {}, { 'Retry-After': '7' });
    expect(await errorOf(api.auth.me())).toMatchObject({ reaction: 'retry', retryAfterMs: 7000 });
  });

  it('of a code that is not known yet is judged by its status', async () => {
    answer = problem(429, 'brand-new');
    expect((await errorOf(api.auth.me())).reaction).toBe('retry');
    answer = problem(409, 'brand-new');
    expect((await errorOf(api.auth.me())).reaction).toBe('stop');
  });

  it('that is not ours is judged by its status, and 404 may pass', async () => {
    for (const [status, reaction] of [
      [502, 'retry'],
      [404, 'retry'],
      [413, 'stop'],
      [403, 'stop'],
    ] as const) {
      answer = (_request, response) => response.writeHead(status).end('<h1>proxy</h1>');
      expect(await errorOf(api.auth.me())).toMatchObject({ code: 'unreadable-answer', reaction });
    }
  });
});

describe('no proper answer', () => {
  it('of a server that is away is a network error to be retried', async () => {
    const nowhere = createApi({ origin: 'http://127.0.0.1:1' });
    expect(await errorOf(nowhere.auth.me())).toMatchObject({
      status: 0,
      code: 'network',
      reaction: 'retry',
    });
  });

  it('when the connection breaks within the body is a network error', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"user"');
      setTimeout(() => response.destroy(), 10);
    };
    expect((await errorOf(api.auth.me())).code).toBe('network');
  });

  it('in time is a network error', async () => {
    answer = () => {};
    const send = createSend({ origin });
    const call = send({ method: 'GET', path: '/slow', answer: null, timeoutMs: 30 });
    expect((await errorOf(call)).code).toBe('network');
  });

  it('that begins in time is a network error; the rest of it may take longer', async () => {
    const send = createSend({ origin });
    const ask = {
      method: 'GET',
      path: '/slow',
      answer: v.object({}),
      answersWithinMs: 300,
    } as const;
    answer = () => {};
    expect((await errorOf(send(ask))).code).toBe('network');
    answer = (_request, response) => {
      response.writeHead(200);
      response.write('{');
      setTimeout(() => response.end('}'), 600);
    };
    expect(await send(ask)).toEqual({});
  });

  it('but a page of somebody else with 200 is to be retried', async () => {
    answer = (_request, response) => response.end('<h1>Welcome to the hotel</h1>');
    expect(await errorOf(api.auth.me())).toMatchObject({
      status: 200,
      code: 'unreadable-answer',
      reaction: 'retry',
    });
  });

  it('of the agreed shape is not let in', async () => {
    answer = json(200, { user: { id: 'nonsense' } });
    expect((await errorOf(api.auth.me())).code).toBe('unreadable-answer');
  });
});

describe('giving up', () => {
  it('throws what the caller gave up with, not an API error', async () => {
    answer = () => {};
    const send = createSend({ origin });
    const stop = new AbortController();
    const schema = v.object({});
    const call = send({ method: 'GET', path: '/slow', answer: schema, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 20);
    await expect(call).rejects.toThrow('enough');
  });
});

describe('retryAfterMs', () => {
  it('reads seconds and dates', () => {
    expect(retryAfterMs('120', 0)).toBe(120_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:10 GMT', 4000)).toBe(6000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:10 GMT', 60_000)).toBe(0);
  });
  it('passes over what it can not read', () => {
    expect(retryAfterMs('soon', 0)).toBeNull();
    expect(retryAfterMs(null, 0)).toBeNull();
  });
});
