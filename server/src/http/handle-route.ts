import { refuse } from '../lib/refuse.ts';
import type { Answer, ApiRequest, Caller, Route } from '../lib/route.ts';
import { timed } from '../lib/stages.ts';
import { type ParsedRequest, parseRequest } from './api-request.ts';
import type { AppContext } from './context.ts';
import { readSessionToken } from './session-cookie.ts';

type Session = NonNullable<Answer['session']>;

/** Who is calling; `renewed` where the cookie is due to be set again. */
interface Authentication {
  readonly caller: Caller;
  readonly renewed?: Session;
}

export interface RouteDeps {
  authenticate(token: string): Promise<Authentication | null>;
  /** How `request.once` acts once. */
  once(route: Route, path: string, request: ParsedRequest): ApiRequest['once'];
}

/** Runs one route: who calls comes before anything about the body, and parsing before the handler. */
export async function handleRoute(
  deps: RouteDeps,
  ctx: AppContext,
  route: Route,
  params: Readonly<Record<string, string>>,
): Promise<Answer> {
  const who = route.access === 'signed-in' ? await authenticate(deps, ctx) : null;
  const request = await parseRequest(ctx, route, who?.caller ?? null, params);
  const answer = await route.handle({ ...request, once: deps.once(route, ctx.url, request) });
  if (route.body === 'stream') ctx.state.uploadedBytes = Number(ctx.get('content-length'));
  const renewed = who?.renewed;
  return renewed === undefined || answer.session !== undefined
    ? answer
    : { ...answer, session: renewed };
}

async function authenticate(deps: RouteDeps, ctx: AppContext): Promise<Authentication> {
  const token = readSessionToken(ctx.get('cookie'));
  const authentication =
    token === undefined ? null : await timed('session', deps.authenticate(token));
  return authentication ?? refuse('unauthenticated');
}
