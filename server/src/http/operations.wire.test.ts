import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../../test/wire.ts';
import { refuse } from '../lib/refuse.ts';
import { createAdmin } from './admin.ts';
import { startServer } from './server.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('operations', () => {
  it('OP1 /healthz says that the server is alive', async () => {
    const answer = await world.visitor().send<{ status: string }>('GET', '/healthz');
    expect([answer.status, answer.body]).toEqual([200, { status: 'alive' }]);
  });

  it('OP2 /readyz says that every store answers', async () => {
    const answer = await world.visitor().send<{ status: string }>('GET', '/readyz');
    expect([answer.status, answer.body]).toEqual([200, { status: 'ready' }]);
  });

  it('OP2 /readyz is 503 and names the store that does not answer', async () => {
    const { blobs } = world.deps;
    const probe = blobs.probe;
    blobs.probe = async () => refuse('storage-unavailable', { detail: '/a/path/of/ours' });
    const answer = await world.visitor().send<{ failed: string[] }>('GET', '/readyz');
    blobs.probe = probe;
    expect([answer.status, answer.body.failed]).toEqual([503, ['chunks']]);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.bytes.toString()).not.toContain('/a/path');
  });

  it('OP3 /metrics is not on the main port, for anybody', async () => {
    const anna = await world.signUp('Anna');
    for (const client of [anna, world.visitor()]) {
      const answer = await client.send('GET', '/metrics', undefined, { accept: 'text/html' });
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
  });

  it('OP3 /metrics is on the admin port, by route and status', async () => {
    await world.visitor().get('/auth/me');
    await world.visitor().get('/files/0190a1b2-0000-7000-8000-000000000000?token=secret');
    const text = await readMetrics(world);
    expect(text).toContain('route="/api/v1/auth/me",status="401"');
    expect(text).toContain('satchel_uploaded_bytes_total');
    expect(text).toContain('satchel_sockets_open 0');
    expect(text).toContain('satchel_changes_delivered_total 0');
    expect(text).toContain('process_cpu_user_seconds_total');
    expect(text).not.toContain('0190a1b2');
    expect(text).not.toContain('secret');
  });
});

async function readMetrics({ deps }: World): Promise<string> {
  const admin = await startServer(createAdmin(deps.metrics), { host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${admin.port}`;
  expect((await fetch(`${origin}/elsewhere`)).status).toBe(404);
  const answer = await fetch(`${origin}/metrics`);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  const text = await answer.text();
  await admin.stop(0);
  return text;
}
