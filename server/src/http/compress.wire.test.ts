import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startWorld, type World } from '../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
  for (let n = 0; n < 10; n++) await anna.post('/folders', { name: `Folder ${n}` });
});
afterAll(() => world.stop());

/** What comes over the wire: unlike fetch it says nothing of itself and unpacks nothing. */
async function ask(method: string, path: string, accepts?: string) {
  const cookie = [...anna.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const headers = { cookie, ...(accepts === undefined ? {} : { 'accept-encoding': accepts }) };
  const asking = request(`${world.origin}/api/v1${path}`, { method, headers }).end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  return { headers: answer.headers, body: await buffer(answer) };
}

describe('a long answer', () => {
  it('EV17 is compressed for who takes it so, and says the same', async () => {
    const { headers, body } = await ask('GET', '/files', 'gzip, deflate, br, zstd');
    const plain = await ask('GET', '/files', 'identity');
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(headers['content-length']).toBe(String(body.length));
    expect(body.length).toBeLessThan(plain.body.length / 2);
    expect(gunzipSync(body)).toEqual(plain.body);
  });

  it.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip;q=0.5, identity'])(
    'EV17 is plain for who says %j',
    async (accepts) => {
      const { headers, body } = await ask('GET', '/files', accepts);
      expect(headers['content-encoding']).toBeUndefined();
      expect(JSON.parse(body.toString()).items).toHaveLength(10);
    },
  );

  it('EV11 EV17 has the same headers where only they are asked for', async () => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => ask(method, '/files', 'gzip')),
    );
    expect({ ...head?.headers, ...varying }).toEqual({ ...get?.headers, ...varying });
    expect(head?.body).toHaveLength(0);
  });
});

const varying = { date: '', 'x-request-id': '' };

it('EV17 a short answer is plain', async () => {
  const { headers } = await ask('GET', '/auth/me', 'gzip');
  expect(headers['content-encoding']).toBeUndefined();
});
