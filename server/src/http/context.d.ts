import type { Middleware, ParameterizedContext } from 'koa';
import type { Log } from '../lib/log.ts';
/** What is known of a request beside what it says. */
export interface RequestState {
  requestId: string;
  log: Log;
  /** The template of the route that answers. Logs and metrics name this, never the path, which may
   *  hold a link's token. */
  route: string;
  uploadedBytes: number;
}
export type AppContext = ParameterizedContext<RequestState>;
export type AppMiddleware = Middleware<RequestState>;
