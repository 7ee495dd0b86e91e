import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { type RoutesServer, startRoutes } from '../../test/routes-server.ts';
import { createPinoLog } from '../adapters/pino/pino-log.ts';
import { refuse } from '../lib/refuse.ts';
import { ok, type Route, route } from '../lib/route.ts';

let running: RoutesServer | undefined;
afterEach(() => running?.server.stop(0));

const failing = (path: string, fail: () => never): Route =>
  route({ method: 'GET', path, access: 'public', handle: async () => fail() });

describe('a fault', () => {
  it('ER9 is 500, tells nothing of itself, and is logged with the request id', async () => {
    const secret = 'select * from users at /srv/satchel/db.ts';
    running = await startRoutes([
      failing('/fault', () => {
        throw new Error(secret);
      }),
    ]);
    const answer = await running.client.get('/fault');
    expect([answer.status, answer.body.code]).toEqual([500, 'internal']);
    expect(answer.bytes.toString()).not.toContain('satchel/db');
    const line = running.lines.find(({ message }) => message === 'fault');
    expect(line?.level).toBe('error');
    expect(line?.fields.requestId).toBe(answer.headers.get('x-request-id'));
    expect(line?.fields.err).toMatchObject({ message: secret });
  });

  it('ER9 beneath a refusal is logged, and the refusal sent without it', async () => {
    const cause = new Error('ECONNREFUSED 10.0.0.1:5432');
    running = await startRoutes([failing('/down', () => refuse('storage-unavailable', { cause }))]);
    const answer = await running.client.get('/down');
    expect([answer.status, answer.body.code]).toEqual([503, 'storage-unavailable']);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(answer.bytes.toString()).not.toContain('10.0.0.1');
    expect(running.lines.some(({ level }) => level === 'warn')).toBe(true);
  });
});

describe('a client that hangs up', () => {
  it('is no fault, before it is answered or after', async () => {
    running = await startRoutes([
      route({
        method: 'GET',
        path: '/slow',
        access: 'public',
        handle: async ({ signal }) => {
          client.resetAndDestroy();
          await once(signal, 'abort');
          throw signal.reason;
        },
      }),
      route({
        method: 'GET',
        path: '/endless',
        access: 'public',
        handle: async () => ({ status: 200, body: endless() }),
      }),
    ]);
    const { lines, origin } = running;
    const answered = () => lines.filter(({ message }) => message === 'answered');
    let client = await ask(origin, '/slow');
    await expect.poll(() => answered().length).toBe(1);
    client = await ask(origin, '/endless');
    await once(client, 'data');
    client.resetAndDestroy();
    await expect.poll(() => answered().map(({ fields }) => fields.status)).toEqual([499, 200]);
    await expect.poll(() => lines.filter(isCutShort).length).toBe(2);
    expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
    expect(lines.some(({ message }) => message === 'client hung up')).toBe(true);
  });
});

async function ask(origin: string, path: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`GET /api/v1${path} HTTP/1.1\r\nHost: satchel.test\r\n\r\n`);
  return socket;
}

function endless(): Readable {
  return new Readable({
    read() {
      this.push(Buffer.alloc(65_536));
    },
  });
}

const isCutShort = ({ message }: { readonly message: string }) => message === 'answer cut short';

describe('the log of a request', () => {
  it('OP6 names the route, never the path, the query, a cookie or a header', async () => {
    running = await startRoutes([
      route({ method: 'GET', path: '/files/:id', access: 'signed-in', handle: async () => ok({}) }),
    ]);
    await running.client.get('/files/SECRET-PATH?token=SECRET-QUERY', {
      cookie: 'satchel_session=known; other=SECRET-COOKIE',
      authorization: 'Bearer SECRET-HEADER',
    });
    await expect.poll(() => running?.lines.length).toBe(1);
    const [line] = running.lines;
    expect(line?.fields).toMatchObject({ method: 'GET', route: '/api/v1/files/:id', status: 200 });
    expect(JSON.stringify(running.lines)).not.toContain('SECRET');
  });
});

describe('a line of the log', () => {
  it('OP6 is JSON, and holds of an error no row that the database quotes', () => {
    const lines: string[] = [];
    const log = createPinoLog('info', { write: (line) => lines.push(line) });
    const err = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(anna@example.org) already exists.',
    });
    log.error({ err: new Error('outer', { cause: err }), requestId: 'r1' }, 'fault');
    log.debug({}, 'not said');
    expect(lines.length).toBe(1);
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ msg: 'fault', requestId: 'r1', err: { message: 'outer' } });
    expect(line.err.cause).toMatchObject({ code: '23505', message: 'duplicate key' });
    expect(lines[0]).not.toContain('anna@example.org');
  });
});
