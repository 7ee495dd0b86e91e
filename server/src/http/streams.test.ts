import { once } from 'node:events';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGate } from '../../test/gate.ts';
import { type RoutesServer, startRoutes } from '../../test/routes-server.ts';
import { refuse } from '../lib/refuse.ts';
import { type Answer, type Route, route } from '../lib/route.ts';

let running: RoutesServer | undefined;
afterEach(() => running?.server.stop(0));

async function serve(...routes: Route[]): Promise<RoutesServer> {
  running = await startRoutes(routes);
  return running;
}

const answering = (path: string, answer: () => Answer) =>
  route({ method: 'GET', path, access: 'public', handle: async () => answer() });

describe('an answer that is a stream', () => {
  it('EV11 arrives whole, with the headers that its route gave', async () => {
    const { client } = await serve(
      answering('/bytes', () => ({
        status: 206,
        body: Readable.from([Buffer.from('ab'), Buffer.from('cd')]),
        headers: { 'Content-Type': 'text/x-test', 'Cache-Control': 'private' },
      })),
    );
    const answer = await client.get('/bytes');
    expect(answer.status).toBe(206);
    expect(answer.bytes.toString()).toBe('abcd');
    expect(answer.headers.get('content-type')).toBe('text/x-test');
    expect(answer.headers.get('cache-control')).toBe('private');
  });

  it('EV11 may be empty', async () => {
    const { client } = await serve(
      answering('/none', () => ({ status: 200, body: Readable.from([]) })),
    );
    const answer = await client.get('/none');
    expect([answer.status, answer.bytes.length]).toEqual([200, 0]);
  });

  it('EV11 is not read for HEAD', async () => {
    let isRead = false;
    const body = () =>
      new Readable({
        read() {
          isRead = true;
          this.push(null);
        },
      });
    const headers = { 'Content-Length': '42' };
    const { client } = await serve(
      answering('/big', () => ({ status: 200, body: body(), headers })),
    );
    const answer = await client.send('HEAD', '/api/v1/big');
    expect(answer.headers.get('content-length')).toBe('42');
    expect(isRead).toBe(false);
  });

  it('ER4 that fails before its first byte is refused like any other', async () => {
    const body = () =>
      Readable.from(
        (async function* () {
          yield* [];
          refuse('storage-unavailable');
        })(),
      );
    const { client } = await serve(answering('/lost', () => ({ status: 200, body: body() })));
    const answer = await client.get('/lost');
    expect([answer.status, answer.body.code]).toEqual([503, 'storage-unavailable']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('ER4 that fails later is cut off, so that a part is not taken for the whole', async () => {
    const gate = createGate();
    const body = () =>
      Readable.from(
        (async function* () {
          yield Buffer.alloc(1000);
          await gate.opened;
          throw new Error('the disk is gone');
        })(),
      );
    const { origin, lines } = await serve(answering('/cut', () => ({ status: 200, body: body() })));
    const response = await fetch(`${origin}/api/v1/cut`);
    gate.open();
    await expect(response.arrayBuffer()).rejects.toThrow();
    const cut = lines.find(({ message }) => message === 'answer cut short');
    expect(cut?.level).toBe('error');
  });

  it('EV11 is produced at the pace the client reads, and ends when the client hangs up', async () => {
    const body = new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
    });
    const { origin } = await serve(answering('/endless', () => ({ status: 200, body })));
    const client = new AbortController();
    const response = await fetch(`${origin}/api/v1/endless`, { signal: client.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    await vi.waitUntil(() => body.readableFlowing === false);
    const closed = once(body, 'close');
    client.abort();
    await expect(closed).rejects.toThrow();
  });
});

describe('a handler', () => {
  it('EV11 learns that the client hung up', async () => {
    const begun = createGate();
    const learned = createGate();
    const { origin } = await serve(
      route({
        method: 'GET',
        path: '/slow',
        access: 'public',
        async handle({ signal }) {
          begun.open();
          await once(signal, 'abort');
          learned.open();
          return { status: 204 };
        },
      }),
    );
    const client = new AbortController();
    const answer = fetch(`${origin}/api/v1/slow`, { signal: client.signal });
    await begun.opened;
    client.abort();
    await expect(answer).rejects.toThrow();
    await learned.opened;
  });
});
