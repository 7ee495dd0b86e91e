import type { ApiRequest, Caller, Route } from '../lib/route.ts';
import type { AppContext } from './context.ts';
/** Everything a handler may know of a request, checked by the route's schemas. */
export type ParsedRequest = Omit<ApiRequest<Caller | null>, 'once'>;
export declare function parseRequest(
  ctx: AppContext,
  route: Route,
  caller: Caller | null,
  params: Readonly<Record<string, string>>,
): Promise<ParsedRequest>;
