import Koa from 'koa';
import type { Log } from '../lib/log.ts';
import { refuse } from '../lib/refuse.ts';
import type { Route } from '../lib/route.ts';
import { answerErrors } from './answer-errors.ts';
import type { AppContext, AppMiddleware, RequestState } from './context.ts';
import type { RouteDeps } from './handle-route.ts';
import { isHangUp } from './hang-up.ts';
import type { Metrics } from './metrics.ts';
import { mountRoutes } from './mount-routes.ts';
import { observe } from './observe.ts';
import { isCrossOrigin, isMutating } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { serveWeb } from './serve-web.ts';

export interface HttpOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  /** The address that people use, where it is known: decides what is https and what is our origin. */
  readonly publicUrl?: URL | undefined;
  /** The built web app; without it there is only the API. */
  readonly webDirectory?: string | undefined;
}

/** Routes under a path. */
export interface Mount {
  readonly prefix: string;
  readonly routes: readonly Route[];
}

/** One Koa application, without a socket. It owns the order in which a request meets the rules that
 *  hold for all of them, and knows no feature. */
export function createHttpApp(
  options: HttpOptions,
  deps: RouteDeps,
  mounts: readonly Mount[],
): Koa<RequestState> {
  const { log, metrics, publicUrl, webDirectory } = options;
  const isHttps = publicUrl?.protocol === 'https:';
  const app = new Koa<RequestState>();
  // A broken connection is told here by Koa, and by whoever reads or writes it as well.
  app.on('error', (error: unknown) => {
    if (isHangUp(error)) log.debug({ err: error }, 'client hung up');
    else log.error({ err: error }, 'fault');
  });
  const chain = [
    observe(log, metrics),
    setHeaders(securityHeaders(isHttps)),
    answerErrors(isHttps),
    refuseMalformed,
    refuseCrossOrigin(publicUrl),
    ...mounts.flatMap(({ prefix, routes }) => mountRoutes(deps, prefix, routes, isHttps)),
    ...(webDirectory === undefined ? [] : [serveWeb(webDirectory)]),
    refuseUnknown,
  ];
  for (const middleware of chain) app.use(middleware);
  return app;
}

function setHeaders(headers: Readonly<Record<string, string>>): AppMiddleware {
  return async (ctx, next) => {
    ctx.set(headers);
    await next();
  };
}

const refuseMalformed: AppMiddleware = async (ctx, next) => {
  const { headers, httpVersion } = ctx.req;
  const isHostless = headers.host === undefined && httpVersion === '1.1';
  if (isHostless || !isDecodable(ctx)) {
    refuse('invalid-request', { detail: 'The address is malformed.' });
  }
  await next();
};

function isDecodable(ctx: AppContext): boolean {
  try {
    return !decodeURIComponent(ctx.path).includes('\0');
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
