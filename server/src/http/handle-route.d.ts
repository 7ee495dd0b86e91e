import type { Answer, ApiRequest, Caller, Route } from '../lib/route.ts';
import { type ParsedRequest } from './api-request.ts';
import type { AppContext } from './context.ts';

type Session = NonNullable<Answer['session']>;
/** Who is calling; `renewed` where the cookie is due to be set again. */
export interface Authentication {
  readonly caller: Caller;
  readonly renewed?: Session;
}
export interface RouteDeps {
  authenticate(token: string): Promise<Authentication | null>;
  /** How `request.once` acts once. */
  once(route: Route, path: string, request: ParsedRequest): ApiRequest['once'];
}
/** Runs one route: who calls comes before anything about the body, and parsing before the handler. */
export declare function handleRoute(
  deps: RouteDeps,
  ctx: AppContext,
  route: Route,
  params: Readonly<Record<string, string>>,
): Promise<Answer>;
