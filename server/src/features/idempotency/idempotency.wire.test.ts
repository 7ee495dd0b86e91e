import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type Person, startWorld, type World } from '../../../test/wire.ts';
import { deleteExpiredKeys } from './key-rows.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

const DAY_MS = 24 * 60 * 60 * 1000;
const withKey = (key: string) => ({ 'idempotency-key': key });
const rename = (person: Person, displayName: string, key: string) =>
  person.patch<{ user: { displayName: string } }>('/auth/me', { displayName }, withKey(key));
const nameOf = async (person: Person) =>
  (await person.get<{ user: { displayName: string } }>('/auth/me')).body.user.displayName;

describe('an idempotency key', () => {
  it('EV5 sent again gets the first answer, and does not act again', async () => {
    const key = randomUUID();
    const first = await rename(anna, 'First', key);
    await anna.patch('/auth/me', { displayName: 'Second' });
    const again = await rename(anna, 'First', key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await nameOf(anna)).toBe('Second');
  });

  it('EV5 is the same request however its JSON is written', async () => {
    const key = randomUUID();
    await rename(anna, 'First', key);
    const body = new TextEncoder().encode('{"more": 1,   "displayName":"\\u0046irst"}');
    const headers = { ...withKey(key), 'content-type': 'application/json' };
    const again = await anna.send('PATCH', '/api/v1/auth/me', body, headers);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('EV5 with another body, path or method is refused', async () => {
    const key = randomUUID();
    await rename(anna, 'First', key);
    const others = [
      await rename(anna, 'Other', key),
      await anna.patch('/auth/me?x=1', { displayName: 'First' }, withKey(key)),
      await anna.post('/auth/logout', undefined, withKey(key)),
    ];
    for (const { status, body } of others) {
      expect([status, body]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
    }
    expect(await nameOf(anna)).toBe('First');
  });

  it('EV5 belongs to one person', async () => {
    const key = randomUUID();
    const bob = await world.signUp('Bob');
    await rename(anna, 'First', key);
    const bobs = await rename(bob, 'Robert', key);
    expect([bobs.status, bobs.body.user.displayName]).toEqual([200, 'Robert']);
  });

  it('EV5 holds on another device of the same person', async () => {
    const key = randomUUID();
    await rename(anna, 'First', key);
    const phone = await world.signIn(anna);
    expect((await rename(phone, 'First', key)).headers.get('idempotent-replayed')).toBe('true');
  });

  it('EV5 sent many times at once acts once, and all get its answer', async () => {
    const key = randomUUID();
    const cleo = await world.signUp('Cleo');
    const change = { current: PASSWORD, next: 'another good one' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => cleo.post('/auth/password', change, withKey(key))),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
    const replayed = answers.filter(({ headers }) => headers.has('idempotent-replayed'));
    expect(replayed.length).toBe(7);
  });

  it('EV5 of a refused request is free again', async () => {
    const key = randomUUID();
    const dan = await world.signUp('Dan');
    const wrong = { current: 'not the password', next: 'another good one' };
    const right = { current: PASSWORD, next: 'another good one' };
    const refused = await dan.post('/auth/password', wrong, withKey(key));
    const done = await dan.post('/auth/password', right, withKey(key));
    expect([refused.status, done.status]).toEqual([401, 204]);
  });

  it('EV5 ends after 24 hours, and is swept', async () => {
    const key = randomUUID();
    await rename(anna, 'First', key);
    world.deps.clock.advance(DAY_MS - 1);
    expect((await rename(anna, 'First', key)).headers.has('idempotent-replayed')).toBe(true);
    world.deps.clock.advance(1);
    expect((await rename(anna, 'Second', key)).headers.has('idempotent-replayed')).toBe(false);
    expect(await nameOf(anna)).toBe('Second');
    world.deps.clock.advance(DAY_MS);
    const { db, clock } = world.deps;
    await db.transact((tx) => deleteExpiredKeys(tx, clock.now()));
    expect(await db.query('select 1 from idempotency_keys')).toEqual([]);
  });

  it.each(['a'.repeat(256), 'with space', 'umläut', ''])('EV5 %j is 400', async (key) => {
    const answer = await anna.patch('/auth/me', { displayName: 'X' }, withKey(key));
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
  });

  it('EV5 of up to 255 characters is taken', async () => {
    expect((await rename(anna, 'X', 'k'.repeat(255))).status).toBe(200);
  });

  it('EV13 keeps nothing from which a password could be guessed fast', async () => {
    const key = randomUUID();
    const eve = await world.signUp('Eve');
    const change = { current: PASSWORD, next: 'another good one' };
    await eve.post('/auth/password', change, withKey(key));
    const other = await world.signUp('Eve');
    await other.post('/auth/password', change, withKey(key));
    const rows = await world.deps.db.query<{ hash: Buffer }>(
      'select request_hash as hash from idempotency_keys where key = $1',
      [key],
    );
    const [first, second] = rows.map(({ hash }) => hash.toString('hex'));
    expect(first).toHaveLength(64);
    expect(first).not.toBe(second);
  });
});
