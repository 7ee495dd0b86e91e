import type { Route } from '../lib/route.ts';
import type { AppMiddleware } from './context.ts';
import { type RouteDeps } from './handle-route.ts';
/** Routes under a path. What no route answers goes on; a path that has routes, but none for this
 *  method, is refused with the methods it has. */
export declare function mountRoutes(
  deps: RouteDeps,
  prefix: string,
  routes: readonly Route[],
  isHttps: boolean,
): AppMiddleware[];
