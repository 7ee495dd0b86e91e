import { Agent, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createGate } from '../../test/gate.ts';
import { sendRaw } from '../../test/raw-request.ts';
import { type RoutesServer, startRoutes } from '../../test/routes-server.ts';
import { noContent, ok, route } from '../lib/route.ts';
import { startServer } from './server.ts';

let running: RoutesServer | undefined;
afterEach(() => running?.server.stop(0));

const answerNow = route({
  method: 'GET',
  path: '/now',
  access: 'public',
  handle: async () => ok({}),
});

describe('the server', () => {
  it('OP4 that stops lets what is under way end, then is gone', async () => {
    const begun = createGate();
    const gate = createGate();
    const slow = route({
      method: 'GET',
      path: '/slow',
      access: 'public',
      async handle() {
        begun.open();
        await gate.opened;
        return ok({ done: true });
      },
    });
    running = await startRoutes([slow, answerNow]);
    await running.client.get('/now');
    const answer = running.client.get('/slow');
    await begun.opened;
    const stopped = running.server.stop();
    gate.open();
    expect((await answer).status).toBe(200);
    await stopped;
    await expect(running.client.get('/now')).rejects.toThrow();
  });

  it('OP4 that stops cuts off what does not end in time', async () => {
    const begun = createGate();
    const endless = route({
      method: 'GET',
      path: '/endless',
      access: 'public',
      async handle() {
        begun.open();
        return await new Promise(() => {});
      },
    });
    running = await startRoutes([endless]);
    const answer = running.client.get('/endless');
    await begun.opened;
    await Promise.all([running.server.stop(50), expect(answer).rejects.toThrow()]);
  });

  it('OP5 that finds its port taken says so', async () => {
    running = await startRoutes([answerNow]);
    const { host, port } = running.server;
    const second = startServer(() => {}, { host, port });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('ER8 answers before the whole of a refused body is sent, and the connection lives on', async () => {
    const refused = route({
      method: 'PUT',
      path: '/chunk',
      access: 'signed-in',
      body: 'stream',
      handle: async () => noContent(),
    });
    running = await startRoutes([refused, answerNow]);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const status = await put(running.origin, agent, Buffer.alloc(6 * 1024 * 1024));
    expect(status).toBe(401);
    await expect.poll(() => Object.values(agent.freeSockets).flat().length).toBe(1);
    agent.destroy();
  });

  it('ER8 cuts off who sends on and on', async () => {
    running = await startRoutes([answerNow]);
    const head = 'POST /api/v1/nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n';
    const body = Buffer.alloc(70 * 1024 * 1024);
    const received = await sendRaw(running.origin, Buffer.concat([Buffer.from(head), body]));
    expect(received === '' || received.startsWith('HTTP/1.1 404')).toBe(true);
  });

  it.each([
    ['text/plain', '3', 415],
    ['application/octet-stream', undefined, 411],
    ['application/octet-stream', '3', 204],
  ])('ER6 bytes sent as %s of length %s are answered %i', async (type, length, status) => {
    const take = route({
      method: 'PUT',
      path: '/chunk',
      access: 'public',
      body: 'stream',
      async handle({ stream }) {
        for await (const _ of stream);
        return noContent();
      },
    });
    running = await startRoutes([take]);
    const framing =
      length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
    const body = length === undefined ? '3\r\nabc\r\n0\r\n\r\n' : 'abc';
    const head = `PUT /api/v1/chunk HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n${framing}`;
    const bytes = `${head}\r\nConnection: close\r\n\r\n${body}`;
    expect(await sendRaw(running.origin, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

function put(origin: string, agent: Agent, body: Buffer): Promise<number | undefined> {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/api/v1/chunk`, { method: 'PUT', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    });
    sent.once('error', reject).end(body);
  });
}
