import type Koa from 'koa';
import { authenticate } from '../features/auth/index.ts';
import { onceFor } from '../features/idempotency/index.ts';
import { type ApiDeps, apiRoutes } from './api-routes.ts';
import type { RequestState } from './context.ts';
import { healthRoutes, type Probe } from './health.ts';
import { createHttpApp, type HttpOptions } from './http-app.ts';

export type AppDeps = ApiDeps & HttpOptions;

/** The whole server: every feature behind HTTP. */
export function createApp(deps: AppDeps): Koa<RequestState> {
  const routeDeps = {
    authenticate: (token: string) => authenticate(deps, token),
    once: onceFor(deps),
  };
  return createHttpApp(deps, routeDeps, [
    { prefix: '', routes: healthRoutes(probes(deps), deps.log) },
    { prefix: '/api/v1', routes: apiRoutes(deps) },
  ]);
}

function probes({ db, blobs }: ApiDeps): Probe[] {
  return [
    { name: 'database', run: () => db.query('select 1') },
    { name: 'chunks', run: () => blobs.probe() },
  ];
}
