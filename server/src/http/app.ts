import Koa from 'koa';
import { authenticate } from '../features/auth/index.ts';
import { onceFor } from '../features/idempotency/index.ts';
import type { Log } from '../lib/log.ts';
import { refuse } from '../lib/refuse.ts';
import { answerErrors } from './answer-errors.ts';
import { type ApiDeps, apiRoutes } from './api-routes.ts';
import type { AppMiddleware, RequestState } from './context.ts';
import { healthRoutes, type Probe } from './health.ts';
import type { Metrics } from './metrics.ts';
import { mountRoutes } from './mount-routes.ts';
import { observe } from './observe.ts';
import { isCrossOrigin, isMutating } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { serveWeb } from './serve-web.ts';

export interface AppDeps extends ApiDeps {
  readonly log: Log;
  readonly metrics: Metrics;
  /** The address that people use, where it is known: decides what is https and what is our origin. */
  readonly publicUrl?: URL | undefined;
  /** The built web app; without it there is only the API. */
  readonly webDirectory?: string | undefined;
}

/** The whole server as one Koa application, without a socket. It owns the order in which a request
 *  meets the rules that hold for all of them. */
export function createApp(deps: AppDeps): Koa<RequestState> {
  const isHttps = deps.publicUrl?.protocol === 'https:';
  const routeDeps = {
    authenticate: (token: string) => authenticate(deps, token),
    once: onceFor(deps),
  };
  const app = new Koa<RequestState>();
  app.on('error', (error: unknown) => deps.log.error({ err: error }, 'fault'));
  const middleware = [
    observe(deps.log, deps.metrics),
    setHeaders(securityHeaders(isHttps)),
    answerErrors(isHttps),
    refuseBadPath,
    refuseCrossOrigin(deps.publicUrl),
    ...mountRoutes(routeDeps, '', healthRoutes(probes(deps), deps.log), isHttps),
    ...mountRoutes(routeDeps, '/api/v1', apiRoutes(deps), isHttps),
    ...(deps.webDirectory === undefined ? [] : [serveWeb(deps.webDirectory)]),
    refuseUnknown,
  ];
  for (const each of middleware) app.use(each);
  return app;
}

function probes({ db, blobs }: ApiDeps): Probe[] {
  return [
    { name: 'database', run: () => db.query('select 1') },
    { name: 'chunks', run: () => blobs.probe() },
  ];
}

function setHeaders(headers: Readonly<Record<string, string>>): AppMiddleware {
  return async (ctx, next) => {
    ctx.set(headers);
    await next();
  };
}

const refuseBadPath: AppMiddleware = async (ctx, next) => {
  if (!isDecodable(ctx.path)) refuse('invalid-request', { detail: 'The address is malformed.' });
  await next();
};

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function refuseCrossOrigin(publicUrl: URL | undefined): AppMiddleware {
  return async (ctx, next) => {
    const { origin, host, 'sec-fetch-site': fetchSite } = ctx.req.headers;
    const headers = { origin, host, fetchSite: fetchSite?.toString() };
    if (isMutating(ctx.method) && isCrossOrigin(headers, publicUrl)) refuse('cross-origin');
    await next();
  };
}

const refuseUnknown: AppMiddleware = async () => refuse('not-found');
