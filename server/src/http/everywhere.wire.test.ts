import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from '../../test/raw-request.ts';
import { type Person, startWorld, type World } from '../../test/wire.ts';
import type { Method } from '../../test/wire-client.ts';
import { MAX_JSON_BYTES } from './read-json.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const name = { displayName: 'Anna' };

describe('every answer', () => {
  it('EV10 carries a request id', async () => {
    const ids = await Promise.all([1, 2].map(() => anna.get('/auth/me')));
    const [first, second] = ids.map(({ headers }) => headers.get('x-request-id'));
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(first).not.toBe(second);
  });

  it('EV10 keeps a sane request id of a proxy, and no other', async () => {
    const given = await anna.get('/auth/me', { 'x-request-id': 'edge-0123456789' });
    expect(given.headers.get('x-request-id')).toBe('edge-0123456789');
    for (const insane of ['short', 'a'.repeat(65), 'with space in it', '{"level":"error"}']) {
      const answer = await anna.get('/auth/me', { 'x-request-id': insane });
      expect(answer.headers.get('x-request-id')).not.toBe(insane);
    }
  });

  it.each(['/api/v1/auth/me', '/healthz', '/nowhere', '/api/v1/nowhere'])(
    'EV12 %s carries the security headers and is not cached',
    async (path) => {
      const { headers } = await anna.send('GET', path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );
});

describe('a request from elsewhere', () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];

  it.each(foreign)('EV3 with %j is refused for every mutating method', async (headers) => {
    const methods: Method[] = ['POST', 'PUT', 'PATCH', 'DELETE'];
    for (const method of methods) {
      const answer = await anna.send(method, '/api/v1/auth/me', undefined, headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'cross-origin']);
    }
  });

  it('EV3 is refused before anybody asks who is calling', async () => {
    const answer = await world
      .visitor()
      .patch('/auth/me', name, { origin: 'https://evil.example' });
    expect(answer.body.code).toBe('cross-origin');
  });

  it.each(foreign)('EV3 with %j may read', async (headers) => {
    expect((await anna.get('/auth/me', headers)).status).toBe(200);
  });

  it('EV3 is no request of our own pages, or of a program', async () => {
    const ours = { origin: world.origin, 'sec-fetch-site': 'same-origin' };
    expect((await anna.patch('/auth/me', name, ours)).status).toBe(200);
    expect((await anna.patch('/auth/me', name)).status).toBe(200);
  });
});

describe('an address', () => {
  it('ER2 that is none is 404, signed in or not', async () => {
    for (const client of [anna, world.visitor()]) {
      for (const path of ['/api/v1', '/api/v1/', '/api/v1/nowhere', '/api/v2/auth/me', '/s/x']) {
        const answer = await client.send('GET', path);
        expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
      }
    }
  });

  it('ER3 without this method is 405 and names those it has', async () => {
    const answer = await anna.put('/auth/me', name);
    expect([answer.status, answer.body.code]).toEqual([405, 'method-not-allowed']);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, PATCH');
    const health = await anna.send('POST', '/healthz');
    expect([health.status, health.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('ER3 grants nothing to other sites that ask beforehand', async () => {
    const answer = await anna.send('OPTIONS', '/api/v1/auth/me', undefined, {
      origin: 'https://evil.example',
      'access-control-request-method': 'PATCH',
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['/api/v1/auth/%', '/%E0%A4%A', '/api/v1/auth/%00', '/%ff'])(
    'ER2 %s is 400',
    async (path) => {
      const answer = await anna.send('GET', path);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
    },
  );

  it('EV11 answers HEAD as GET, without a body', async () => {
    const [get, head] = await Promise.all([
      anna.get('/auth/me'),
      anna.send('HEAD', '/api/v1/auth/me'),
    ]);
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
  });
});

describe('a JSON body', () => {
  const patch = (body: Uint8Array, headers: Record<string, string>) =>
    anna.send('PATCH', '/api/v1/auth/me', body, headers);
  const text = (written: string) => new TextEncoder().encode(written);

  it.each([
    ['', 'empty'],
    ['{', 'cut off'],
    ['{"displayName": "A",}', 'with a trailing comma'],
    ['undefined', 'no JSON at all'],
  ])('ER5 %j is 400: %s', async (written) => {
    const answer = await patch(text(written), JSON_TYPE);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
  });

  it('ER5 that is not UTF-8 is 400', async () => {
    const answer = await patch(new Uint8Array([0x22, 0xff, 0x22]), JSON_TYPE);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
  });

  it.each([
    ['null', ''],
    ['[]', 'displayName'],
    ['7', ''],
    ['{}', 'displayName'],
    ['{"displayName": 7}', 'displayName'],
    ['{"displayName": ""}', 'displayName'],
    [`{"displayName": "${'x'.repeat(101)}"}`, 'displayName'],
    ['{"displayName": "a\\u0000b"}', 'displayName'],
    ['{"displayName": "\\ud800"}', 'displayName'],
  ])('ER5 %s names the field that is wrong', async (written, path) => {
    const answer = await patch(text(written), JSON_TYPE);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
    expect(answer.body.fields?.[0]?.path).toBe(path);
    expect(answer.body.fields?.[0]?.message).not.toBe('');
  });

  it.each([
    {},
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/jsonp' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  ])('ER6 sent as %j is 415', async (headers) => {
    const answer = await patch(text(JSON.stringify(name)), { 'content-type': '', ...headers });
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  it.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
  ])('ER6 sent as %s is read', async (type) => {
    const answer = await patch(text(JSON.stringify(name)), { 'content-type': type });
    expect(answer.status).toBe(200);
  });

  it('ER7 over the limit is 413, however its length is told', async () => {
    const body = JSON.stringify({ displayName: 'x'.repeat(MAX_JSON_BYTES) });
    const told = await anna.send('PATCH', '/api/v1/auth/me', text(body), JSON_TYPE);
    expect([told.status, told.body.code]).toEqual([413, 'body-too-large']);
    const untold = await fetch(`${world.origin}/api/v1/auth/me`, {
      method: 'PATCH',
      headers: { ...JSON_TYPE, cookie: `satchel_session=${anna.cookies.get('satchel_session')}` },
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(untold.status).toBe(413);
    expect(await untold.json()).toMatchObject({ code: 'body-too-large' });
  });

  it('ER7 is not looked at before the caller is known', async () => {
    const visitor = world.visitor();
    const answers = await Promise.all([
      visitor.patch('/auth/me', { wrong: true }),
      visitor.send('PATCH', '/api/v1/auth/me', text('{'), JSON_TYPE),
      visitor.send('PATCH', '/api/v1/auth/me', text('{}'), { 'content-type': 'text/plain' }),
      visitor.patch('/auth/me', { displayName: 'x'.repeat(MAX_JSON_BYTES) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(answers[0]?.body.code).toBe('unauthenticated');
  });
});

describe('every error', () => {
  it('ER1 is a problem document', async () => {
    const answer = await world.visitor().get('/auth/me');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'urn:satchel:problem:unauthenticated',
      title: 'Sign in to go on',
      status: 401,
      code: 'unauthenticated',
    });
  });

  it.each([
    ['GARBAGE\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['GET http://[::1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['GET *%% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: x\r\nExpect: magic\r\nConnection: close\r\n\r\n', 404],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ])('ER1 is one even when it was not HTTP: %s', async (bytes, status) => {
    const received = await sendRaw(world.origin, bytes);
    expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(received).toContain('application/problem+json');
  });
});
