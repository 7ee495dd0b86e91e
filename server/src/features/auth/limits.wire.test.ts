import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, startWorld, type World } from '../../../test/wire.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const MINUTES = 60;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const tryToSignIn = (email: string, password = 'not the password') =>
  world.visitor().post('/auth/login', { email, password });

describe('failed sign-ins', () => {
  it('AC11 ten in a quarter of an hour close an account, also for the right password', async () => {
    const { email } = (await world.signUp('Anna')).user;
    const failed = await Promise.all(times(10).map(() => tryToSignIn(email)));
    expect(failed.map(({ status }) => status)).toEqual(times(10).map(() => 401));
    const closed = await tryToSignIn(email, PASSWORD);
    expect([closed.status, closed.body.code]).toEqual([429, 'rate-limited']);
    const retryAfter = Number(closed.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(14 * MINUTES);
    expect(retryAfter).toBeLessThanOrEqual(15 * MINUTES);
  });

  it('AC11 more at the same time than are allowed are not tried', async () => {
    const { email } = (await world.signUp('Anna')).user;
    const answers = await Promise.all(times(25).map(() => tryToSignIn(email)));
    expect(answers.filter(({ status }) => status === 401).length).toBe(10);
    expect(answers.filter(({ status }) => status === 429).length).toBe(15);
  });

  it('AC11 an e-mail without an account closes just the same', async () => {
    await Promise.all(times(10).map(() => tryToSignIn('nobody@example.org')));
    expect((await tryToSignIn('nobody@example.org')).status).toBe(429);
  });

  it('AC11 successful ones do not count', async () => {
    const { email } = (await world.signUp('Anna')).user;
    for (const _ of times(12)) expect((await tryToSignIn(email, PASSWORD)).status).toBe(200);
  });

  it('AC11 a hundred from one address close it for every account', async () => {
    const anna = await world.signUp('Anna');
    await Promise.all(times(100).map((n) => tryToSignIn(`nobody.${n % 20}@example.org`)));
    expect((await tryToSignIn(anna.user.email, PASSWORD)).status).toBe(429);
    expect((await anna.get('/auth/me')).status).toBe(200);
  });

  it('AC11 what a client says of its address is not believed', async () => {
    for (const n of times(10)) {
      const headers = { 'x-forwarded-for': `10.0.0.${n}`, forwarded: `for=10.0.0.${n}` };
      const body = { email: 'nobody@example.org', password: 'not the password' };
      await world.visitor().post('/auth/login', body, headers);
    }
    expect((await tryToSignIn('nobody@example.org')).status).toBe(429);
  });

  it('AC11 a wrong current password counts as one', async () => {
    const anna = await world.signUp('Anna');
    const wrong = { current: 'not the password', next: 'another good one' };
    await Promise.all(times(10).map(() => anna.post('/auth/password', wrong)));
    expect((await anna.post('/auth/password', wrong)).status).toBe(429);
    expect((await tryToSignIn(anna.user.email, PASSWORD)).status).toBe(429);
  });
});

describe('sign-ups', () => {
  const signUp = (n: number) =>
    world.visitor().post('/auth/register', {
      email: `n.${n}@example.org`,
      password: PASSWORD,
      displayName: 'N',
    });

  it('AC12 sixty an hour from one address, and no more', async () => {
    const answers = await Promise.all(times(60).map(signUp));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const refused = await signUp(61);
    expect([refused.status, refused.body.code]).toEqual([429, 'rate-limited']);
    const retryAfter = Number(refused.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(50 * MINUTES);
    expect(retryAfter).toBeLessThanOrEqual(60 * MINUTES);
  });

  it('AC13 can be closed; who has an account still signs in', async () => {
    const closed = await startWorld({ signup: 'closed', db: world.deps.db });
    const anna = await world.signUp('Anna');
    const answer = await closed
      .visitor()
      .post('/auth/register', { email: 'x@example.org', password: PASSWORD, displayName: 'X' });
    expect([answer.status, answer.body.code]).toEqual([403, 'signup-closed']);
    expect((await closed.signIn(anna)).user).toEqual(anna.user);
    await closed.stop();
  });
});
