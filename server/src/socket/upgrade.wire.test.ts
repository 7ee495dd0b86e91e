import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from '../../test/raw-request.ts';
import { startWorld, type World } from '../../test/wire.ts';
import { refuse } from '../lib/refuse.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const upgradeTo = (path: string, more: readonly string[] = []) =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
    '\r\n',
  ].join('\r\n');
const ask = (path: string, more: readonly string[] = []) =>
  sendRaw(world.origin, upgradeTo(path, more));

describe('an upgrade', () => {
  it.each(['/', '/api/v1/sync', '/api/v1/sync/ws/', '/api/v1/sync/ws%00'])(
    'ER2 to %s is 404',
    async (path) => {
      const answer = await ask(path);
      expect(answer).toMatch(/^HTTP\/1.1 404 /);
      expect(answer).toContain('application/problem+json');
      expect(answer).toContain('"code":"not-found"');
    },
  );

  it('ER1 that is not one is a problem', async () => {
    const request =
      'GET /api/v1/sync/ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    const answer = await sendRaw(world.origin, request);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('"code":"invalid-request"');
  });

  it('EV1 prolongs the cookie with the session, on a new day', async () => {
    const anna = await world.signUp('Anna');
    world.deps.clock.advance(24 * 60 * 60 * 1000);
    const [[name, value] = []] = [...anna.cookies];
    const isOpen = (received: string) => received.includes('\r\n\r\n');
    const request = upgradeTo('/api/v1/sync/ws', [`Cookie: ${name}=${value}`]);
    const answer = await sendRaw(world.origin, request, isOpen);
    expect(answer).toMatch(/^HTTP\/1.1 101 /);
    expect(answer).toContain(`Set-Cookie: ${name}=${value}; Path=/; Max-Age=2592000`);
  });

  it('SY13 is 503 while the database does not answer', async () => {
    const { db } = world.deps;
    const query = db.query;
    db.query = async () => refuse('storage-unavailable');
    const answer = await ask('/api/v1/sync/ws', ['Cookie: satchel_session=abc']);
    db.query = query;
    expect(answer).toMatch(/^HTTP\/1.1 503 /);
    expect(answer).toMatch(/Retry-After: \d+/);
  });

  const wish = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk';
  const isAnswered = (received: string) => received.includes('}');

  it('EV16 that is not for a WebSocket is answered as if it were not asked for', async () => {
    const request = `GET /healthz HTTP/1.1\r\nHost: localhost\r\n${wish}\r\n\r\n`;
    expect(await sendRaw(world.origin, request, isAnswered)).toMatch(/^HTTP\/1.1 200 /);
  });

  it('EV16 keeps the body of a request that asks for one', async () => {
    const body = JSON.stringify({ email: 'nobody@example.org', password: 'wrong password' });
    const request = [
      'POST /api/v1/auth/login HTTP/1.1',
      'Host: localhost',
      wish,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n');
    const answer = await sendRaw(world.origin, request, isAnswered);
    expect(answer).toContain('bad-credentials');
  });
});
