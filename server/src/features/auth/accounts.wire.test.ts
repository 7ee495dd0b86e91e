import type { User } from '@satchel/shared/wire/users';
import { userAnswerSchema } from '@satchel/shared/wire/users';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

type UserAnswer = { user: User };
const registration = { email: 'new@example.org', password: PASSWORD, displayName: 'New' };

describe('signing up', () => {
  it('AC1 makes an account with an empty space of its own, and signs in', async () => {
    const visitor = world.visitor();
    const email = ' Bo.B@Example.org ';
    const answer = await visitor.post<UserAnswer>('/auth/register', { ...registration, email });
    expect(answer.status).toBe(201);
    const { user } = answer.body;
    expect(v.is(userAnswerSchema, answer.body)).toBe(true);
    expect(user).toMatchObject({ email: 'bo.b@example.org', displayName: 'New', usedBytes: 0 });
    expect(user.quotaBytes).toBe(100_000_000_000);
    expect((await visitor.get('/auth/me')).body).toEqual({ user });
  });

  it('AC1 makes a root folder, the first change of the space', async () => {
    const { rootFolderId, personalSpaceId, id } = anna.user;
    const rows = await world.deps.db.query(
      `select n.id, n.kind, n.parent_id, n.seq, s.head, s.owner_id, m.role
         from spaces s join nodes n on n.space_id = s.id join members m on m.space_id = s.id
        where s.id = $1`,
      [personalSpaceId],
    );
    const root = { id: rootFolderId, kind: 'folder', parent_id: null, seq: 1 };
    expect(rows).toEqual([{ ...root, head: 1, owner_id: id, role: 'owner' }]);
  });

  it('AC2 with an e-mail that has an account is 409, in any case', async () => {
    const email = anna.user.email.toUpperCase();
    const answer = await world.visitor().post('/auth/register', { ...registration, email });
    expect([answer.status, answer.body.code]).toEqual([409, 'email-taken']);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('AC2 many times at once makes one account', async () => {
    const email = 'race@example.org';
    const tries = Array.from({ length: 6 }, () =>
      world.visitor().post('/auth/register', { ...registration, email }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it.each([
    ['email', { email: 'nobody' }],
    ['email', { email: 'a b@example.org' }],
    ['email', { email: 'a\u0000b@example.org' }],
    ['email', { email: `${'a'.repeat(250)}@example.org` }],
    ['email', { email: undefined }],
    ['password', { password: 'seven77' }],
    ['password', { password: 'x'.repeat(1025) }],
    ['displayName', { displayName: '   ' }],
    ['displayName', { displayName: 'a\nb' }],
  ])('AC3 names the field that is wrong: %s in %j', async (path, wrong) => {
    const answer = await world.visitor().post('/auth/register', { ...registration, ...wrong });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
    expect(answer.body.fields?.map((field) => field.path)).toEqual([path]);
  });
});

describe('signing in', () => {
  it('AC4 answers with the person, whatever the case of the e-mail', async () => {
    const credentials = { email: ` ${anna.user.email.toUpperCase()} `, password: PASSWORD };
    const visitor = world.visitor();
    const answer = await visitor.post('/auth/login', credentials);
    expect([answer.status, answer.body]).toEqual([200, { user: anna.user }]);
    expect((await visitor.get('/auth/me')).status).toBe(200);
  });

  it('AC5 answers the same to a wrong password and to an unknown e-mail', async () => {
    const answers = await Promise.all(
      [anna.user.email, 'nobody@example.org', 'no e-mail', 'a\u0000b'].map((email) =>
        world.visitor().post('/auth/login', { email, password: 'not the password' }),
      ),
    );
    for (const { status, body, headers } of answers) {
      expect([status, body]).toEqual([401, answers[0]?.body]);
      expect(headers.getSetCookie()).toEqual([]);
    }
    expect(answers[0]?.body.code).toBe('bad-credentials');
  });
});

describe('signing out', () => {
  it('AC6 ends the session and removes its cookie', async () => {
    const other = await world.signIn(anna);
    const token = other.cookies.get('satchel_session') ?? '';
    const answer = await other.post('/auth/logout');
    expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
    expect(other.cookies.size).toBe(0);
    other.cookies.set('satchel_session', token);
    expect((await other.get('/auth/me')).status).toBe(401);
    expect((await anna.get('/auth/me')).status).toBe(200);
  });
});

describe('the account', () => {
  it.each([
    ['GET', '/auth/me'],
    ['PATCH', '/auth/me'],
    ['POST', '/auth/logout'],
    ['POST', '/auth/password'],
    ['GET', '/auth/sessions'],
    ['DELETE', '/auth/sessions/0190a1b2-0000-7000-8000-000000000000'],
  ] as const)('EV2 %s %s is 401 for who is not signed in', async (method, path) => {
    const answer = await world.visitor().send(method, `/api/v1${path}`);
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
  });

  it('EV2 a made-up, empty or broken cookie is nobody’s', async () => {
    for (const token of ['', 'x', 'a'.repeat(43), '%00', "'; drop table users"]) {
      const answer = await world.visitor().get('/auth/me', { cookie: `satchel_session=${token}` });
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
    }
  });

  it('AC7 takes another display name', async () => {
    const cleo = await world.signUp('Cleo');
    const answer = await cleo.patch<UserAnswer>('/auth/me', { displayName: ' Cléo 👩‍🚀 ' });
    expect([answer.status, answer.body.user.displayName]).toEqual([200, 'Cléo 👩‍🚀']);
    expect((await cleo.get<UserAnswer>('/auth/me')).body).toEqual(answer.body);
  });
});

describe('an answer', () => {
  it('EV13 never holds a password, a token or their hashes', async () => {
    const dan = await world.signUp('Dan');
    const answers = await Promise.all([dan.get('/auth/me'), dan.get('/auth/sessions')]);
    const text = answers.map(({ bytes }) => bytes.toString()).join();
    const token = dan.cookies.get('satchel_session') ?? '-';
    expect(text).not.toMatch(/argon2|password|token/i);
    expect(text).not.toContain(token);
  });
});
