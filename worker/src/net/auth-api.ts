import {
  type Session,
  sessionsAnswerSchema,
  type User,
  userAnswerSchema,
} from '@satchel/shared/wire/users';
import type { Send } from './send.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface Registration extends Credentials {
  readonly displayName: string;
}

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

export interface AuthApi {
  register(registration: Registration): Promise<User>;
  login(credentials: Credentials): Promise<User>;
  logout(): Promise<void>;
  me(): Promise<User>;
  rename(displayName: string, idempotencyKey: string): Promise<User>;
  changePassword(change: PasswordChange, idempotencyKey: string): Promise<void>;
  sessions(): Promise<Session[]>;
  endSession(id: string, idempotencyKey: string): Promise<void>;
}

const USER = { answer: userAnswerSchema } as const;

export function authApi(send: Send): AuthApi {
  return {
    async register(body) {
      return (await send({ method: 'POST', path: '/auth/register', body, ...USER })).user;
    },
    async login(body) {
      return (await send({ method: 'POST', path: '/auth/login', body, ...USER })).user;
    },
    async logout() {
      await send({ method: 'POST', path: '/auth/logout', answer: null });
    },
    async me() {
      return (await send({ method: 'GET', path: '/auth/me', ...USER })).user;
    },
    async rename(displayName, idempotencyKey) {
      const body = { displayName };
      const request = { method: 'PATCH', path: '/auth/me', body, idempotencyKey } as const;
      return (await send({ ...request, ...USER })).user;
    },
    async changePassword(body, idempotencyKey) {
      await send({ method: 'POST', path: '/auth/password', body, idempotencyKey, answer: null });
    },
    async sessions() {
      const request = { method: 'GET', path: '/auth/sessions' } as const;
      return (await send({ ...request, answer: sessionsAnswerSchema })).items;
    },
    async endSession(id, idempotencyKey) {
      const path = `/auth/sessions/${encodeURIComponent(id)}`;
      await send({ method: 'DELETE', path, idempotencyKey, answer: null });
    },
  };
}
