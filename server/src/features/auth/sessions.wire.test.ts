import type { Session } from '@satchel/shared/wire/users';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type Person, startWorld, type World } from '../../../test/wire.ts';
import { deleteExpiredSessions } from './session-rows.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

type SessionsAnswer = { items: Session[]; nextCursor: string | null };
const sessionsOf = async (person: Person, query = '') =>
  (await person.get<SessionsAnswer>(`/auth/sessions${query}`)).body;

describe('the session cookie', () => {
  it('EV1 is HttpOnly, SameSite=Lax, for every path, and lasts 30 days', async () => {
    const answer = await world
      .visitor()
      .post('/auth/register', { email: 'c@example.org', password: PASSWORD, displayName: 'C' });
    const [cookie = '', ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(
      /^satchel_session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
    );
  });

  it('EV1 is Secure where the address is https, which browsers are told to keep to', async () => {
    const safe = await startWorld({ publicUrl: new URL('https://files.example.org') });
    const answer = await safe
      .visitor()
      .post('/auth/register', { email: 'c@example.org', password: PASSWORD, displayName: 'C' });
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/);
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
    await safe.stop();
  });

  it('EV1 is kept by the server as a digest alone', async () => {
    const anna = await world.signUp('Anna');
    const token = anna.cookies.get('satchel_session') ?? '-';
    const rows = await world.deps.db.query('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('base64'));
  });
});

describe('a session', () => {
  it('EV4 that is used lives on, and its cookie is set again once a day at most', async () => {
    const anna = await world.signUp('Anna');
    const cookiesSet: number[] = [];
    for (let day = 0; day < 40; day += 1) {
      for (let use = 0; use < 4; use += 1) {
        world.deps.clock.advance(6 * HOUR_MS);
        const answer = await anna.get('/auth/me');
        expect(answer.status).toBe(200);
        if (answer.headers.getSetCookie().length > 0) cookiesSet.push(day);
      }
    }
    expect(cookiesSet.length).toBeGreaterThanOrEqual(39);
    expect(cookiesSet.length).toBeLessThanOrEqual(40);
  });

  it('EV4 that is used by many requests at once is prolonged by one', async () => {
    const anna = await world.signUp('Anna');
    world.deps.clock.advance(2 * DAY_MS);
    const answers = await Promise.all(Array.from({ length: 8 }, () => anna.get('/auth/me')));
    const set = answers.filter(({ headers }) => headers.getSetCookie().length > 0);
    expect(set.length).toBe(1);
  });

  it('EV4 is written to at most once an hour', async () => {
    const anna = await world.signUp('Anna');
    const before = (await sessionsOf(anna)).items[0]?.lastSeenAt;
    world.deps.clock.advance(HOUR_MS - 1);
    expect((await sessionsOf(anna)).items[0]?.lastSeenAt).toBe(before);
    world.deps.clock.advance(1);
    expect((await sessionsOf(anna)).items[0]?.lastSeenAt).not.toBe(before);
  });

  it('EV4 that is not used for 30 days is over, and swept', async () => {
    const anna = await world.signUp('Anna');
    world.deps.clock.advance(30 * DAY_MS - 1);
    const other = anna.cookies.get('satchel_session') ?? '';
    world.deps.clock.advance(1);
    const answer = await anna.get('/auth/me');
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
    const { db, clock } = world.deps;
    await db.transact((tx) => deleteExpiredSessions(tx, clock.now()));
    const left = await db.query('select 1 from sessions where user_id = $1', [anna.user.id]);
    expect([left.length, other.length]).toEqual([0, 43]);
  });
});

describe('the list of sessions', () => {
  it('AC9 names each device, newest first, and which one asks', async () => {
    const anna = await world.signUp('Anna');
    const phone = await world.signIn(anna, { 'user-agent': CHROME });
    const { items, nextCursor } = await sessionsOf(phone);
    expect(items.map(({ device, current }) => [device, current])).toEqual([
      ['Chrome on Linux', true],
      ['node', false],
    ]);
    expect(nextCursor).toBeNull();
    expect(items[0]?.createdAt).toBe(world.deps.clock.now().toISOString());
  });

  it('AC9 is paged', async () => {
    const anna = await world.signUp('Anna');
    await world.signIn(anna);
    await world.signIn(anna);
    const whole = await sessionsOf(anna);
    const first = await sessionsOf(anna, '?limit=2');
    const second = await sessionsOf(anna, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect([first.items.length, second.nextCursor]).toEqual([2, null]);
  });

  it.each(['limit=0', 'limit=1001', 'limit=x', 'limit=1&limit=2', 'cursor=x', 'cursor=%00'])(
    'EV6 is 400 for ?%s',
    async (query) => {
      const anna = await world.signUp('Anna');
      const answer = await anna.get(`/auth/sessions?${query}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
    },
  );

  it('AC10 one of them can be signed out, at once', async () => {
    const anna = await world.signUp('Anna');
    const phone = await world.signIn(anna);
    const phoneId = (await sessionsOf(phone)).items.find(({ current }) => current)?.id;
    expect((await anna.delete(`/auth/sessions/${phoneId}`)).status).toBe(204);
    expect((await phone.get('/auth/me')).status).toBe(401);
    expect((await anna.get('/auth/me')).status).toBe(200);
    expect((await anna.delete(`/auth/sessions/${phoneId}`)).status).toBe(404);
  });

  it('AC10 signing out the one that asks removes its cookie', async () => {
    const anna = await world.signUp('Anna');
    const own = (await sessionsOf(anna)).items[0]?.id;
    expect((await anna.delete(`/auth/sessions/${own}`)).status).toBe(204);
    expect(anna.cookies.size).toBe(0);
  });

  it('AC10 another person’s is not there, and lives on', async () => {
    const anna = await world.signUp('Anna');
    const bob = await world.signUp('Bob');
    const annas = (await sessionsOf(anna)).items[0]?.id;
    const answer = await bob.delete(`/auth/sessions/${annas}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    expect((await anna.get('/auth/me')).status).toBe(200);
    expect((await bob.delete('/auth/sessions/not-an-id')).status).toBe(400);
  });
});

describe('a new password', () => {
  it('AC8 ends every other session, and only it signs in', async () => {
    const anna = await world.signUp('Anna');
    const phone = await world.signIn(anna);
    const change = { current: PASSWORD, next: 'another good one' };
    const answer = await anna.post('/auth/password', change);
    expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
    expect((await anna.get('/auth/me')).status).toBe(200);
    expect((await phone.get('/auth/me')).status).toBe(401);
    const email = anna.user.email;
    const old = await world.visitor().post('/auth/login', { email, password: PASSWORD });
    const now = await world.visitor().post('/auth/login', { email, password: change.next });
    expect([old.status, now.status]).toEqual([401, 200]);
  });

  it('AC8 needs the current one, and must be long enough', async () => {
    const anna = await world.signUp('Anna');
    const wrong = { current: 'not the password', next: 'another good one' };
    const refused = await anna.post('/auth/password', wrong);
    expect([refused.status, refused.body.code]).toEqual([401, 'bad-credentials']);
    const short = await anna.post('/auth/password', { current: PASSWORD, next: 'short' });
    expect([short.status, short.body.fields?.[0]?.path]).toEqual([400, 'next']);
    expect((await world.signIn(anna)).user.id).toBe(anna.user.id);
  });

  it('AC8 given twice at once is set once', async () => {
    const anna = await world.signUp('Anna');
    const answers = await Promise.all(
      ['first new one', 'second new one'].map((next) =>
        anna.post('/auth/password', { current: PASSWORD, next }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });
});
