import Koa from 'koa';
import type { Log } from '../lib/log.ts';
import type { Route } from '../lib/route.ts';
import type { RequestState } from './context.ts';
import type { RouteDeps } from './handle-route.ts';
import type { Metrics } from './metrics.ts';
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
export declare function createHttpApp(
  options: HttpOptions,
  deps: RouteDeps,
  mounts: readonly Mount[],
): Koa<RequestState>;
