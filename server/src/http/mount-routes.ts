import Router from '@koa/router';
import { Refusal } from '../lib/refuse.ts';
import type { Route } from '../lib/route.ts';
import type { AppMiddleware, RequestState } from './context.ts';
import { handleRoute, type RouteDeps } from './handle-route.ts';
import { problemAnswer } from './problem.ts';
import { sendAnswer } from './send-answer.ts';

/** Routes under a path. What no route answers goes on; a path that has routes, but none for this
 *  method, is refused with the methods it has. */
export function mountRoutes(
  deps: RouteDeps,
  prefix: string,
  routes: readonly Route[],
  isHttps: boolean,
): AppMiddleware[] {
  const router = new Router<RequestState>({ prefix, sensitive: true });
  for (const route of routes) {
    router.register(route.path, [route.method], async (ctx) => {
      ctx.state.route = prefix + route.path;
      await sendAnswer(ctx, await handleRoute(deps, ctx, route, ctx.params), isHttps);
    });
  }
  return [router.routes() as AppMiddleware, refuseMethod(router, isHttps)];
}

function refuseMethod(router: Router<RequestState>, isHttps: boolean): AppMiddleware {
  return async (ctx, next) => {
    const methods = new Set(router.match(ctx.path, '').path.flatMap((layer) => layer.methods));
    if (methods.size === 0) return next();
    const refusal = problemAnswer(new Refusal('method-not-allowed'));
    const headers = { ...refusal.headers, Allow: [...methods].sort().join(', ') };
    await sendAnswer(ctx, { ...refusal, headers }, isHttps);
  };
}
