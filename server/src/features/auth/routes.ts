import { idSchema, pageQueryEntries } from '@satchel/shared/wire/primitives';
import {
  changePasswordSchema,
  loginSchema,
  registerSchema,
  updateMeSchema,
} from '@satchel/shared/wire/users';
import * as v from 'valibot';
import { refuse } from '../../lib/refuse.ts';
import { type Answer, noContent, ok, type Route, route } from '../../lib/route.ts';
import { changePassword } from './change-password.ts';
import { listSessions } from './list-sessions.ts';
import { type LogInDeps, logIn } from './log-in.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { type RegisterDeps, register } from './register.ts';
import { deleteSession } from './session-rows.ts';
import { getUser, updateDisplayName } from './user-rows.ts';

export type AuthDeps = Omit<RegisterDeps & LogInDeps, 'passwords'>;
type AllDeps = AuthDeps & { readonly passwords: Passwords };

export function routes(deps: AuthDeps): Route[] {
  const all = { ...deps, passwords: createPasswords() };
  return [...signInRoutes(all), ...meRoutes(all), ...sessionRoutes(all)];
}

function signInRoutes(deps: AllDeps): Route[] {
  return [
    route({
      method: 'POST',
      path: '/auth/register',
      access: 'public',
      body: registerSchema,
      hasSecretBody: true,
      async handle({ body, address, header }) {
        const userAgent = header('user-agent');
        const { user, session } = await register(deps, { ...body, address, userAgent });
        return { status: 201, body: { user }, session };
      },
    }),
    route({
      method: 'POST',
      path: '/auth/login',
      access: 'public',
      body: loginSchema,
      hasSecretBody: true,
      async handle({ body, address, header }) {
        const userAgent = header('user-agent');
        const { user, session } = await logIn(deps, { ...body, address, userAgent });
        return { status: 200, body: { user }, session };
      },
    }),
    route({
      method: 'POST',
      path: '/auth/logout',
      access: 'signed-in',
      async handle({ caller, once }) {
        const { userId, sessionId } = caller;
        return await once(signedOut, (transact) =>
          transact((tx) => deleteSession(tx, userId, sessionId)),
        );
      },
    }),
  ];
}

function meRoutes(deps: AllDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/auth/me',
      access: 'signed-in',
      handle: async ({ caller }) => ok({ user: await getUser(deps.db, caller.userId) }),
    }),
    route({
      method: 'PATCH',
      path: '/auth/me',
      access: 'signed-in',
      body: updateMeSchema,
      async handle({ caller: { userId }, body, once }) {
        return await once(
          (user) => ok({ user }),
          (transact) =>
            transact(async (tx) => {
              await updateDisplayName(tx, userId, body.displayName);
              return await getUser(tx, userId);
            }),
        );
      },
    }),
    route({
      method: 'POST',
      path: '/auth/password',
      access: 'signed-in',
      body: changePasswordSchema,
      hasSecretBody: true,
      async handle({ caller, body, address, once }) {
        return await once<void>(noContent, (transact) =>
          changePassword({ ...deps, transact }, { caller, address, ...body }),
        );
      },
    }),
  ];
}

function sessionRoutes(deps: AllDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/auth/sessions',
      access: 'signed-in',
      query: v.object({ ...pageQueryEntries, cursor: v.optional(idSchema) }),
      handle: async ({ caller, query }) => ok(await listSessions(deps, caller, query)),
    }),
    route({
      method: 'DELETE',
      path: '/auth/sessions/:id',
      access: 'signed-in',
      params: v.object({ id: idSchema }),
      async handle({ caller: { userId, sessionId }, params: { id }, once }) {
        return await once(id === sessionId ? signedOut : noContent, (transact) =>
          transact(async (tx) => {
            if (!(await deleteSession(tx, userId, id))) refuse('not-found');
          }),
        );
      },
    }),
  ];
}

const signedOut = (): Answer => ({ status: 204, session: null });
