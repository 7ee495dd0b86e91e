import { parse as parseQuery } from 'node:querystring';
import { refuse } from '../lib/refuse.ts';
import type { ApiRequest, Caller, Route } from '../lib/route.ts';
import type { AppContext } from './context.ts';
import { parsePart } from './parse-parts.ts';
import { readJson } from './read-json.ts';

/** Everything a handler may know of a request, checked by the route's schemas. */
export type ParsedRequest = Omit<ApiRequest<Caller | null>, 'once'>;

export async function parseRequest(
  ctx: AppContext,
  route: Route,
  caller: Caller | null,
  params: Readonly<Record<string, string>>,
): Promise<ParsedRequest> {
  return {
    caller,
    params: route.params && parsePart(route.params, params),
    query: route.query && parsePart(route.query, { ...parseQuery(ctx.querystring) }),
    body: await parseBody(ctx, route),
    header: (name) => headerOf(ctx, name),
    stream: ctx.req,
    address: ctx.req.socket.remoteAddress ?? '',
    signal: hangUpSignal(ctx),
  };
}

/** RFC 9110 section 14.2: a range is for GET alone, and HEAD is answered as if none was asked for. */
function headerOf(ctx: AppContext, name: string): string | undefined {
  if (ctx.method === 'HEAD' && name === 'range') return undefined;
  return ctx.req.headers[name]?.toString();
}

async function parseBody(ctx: AppContext, { body }: Route): Promise<unknown> {
  if (body === undefined) return undefined;
  if (body === 'stream') return checkStream(ctx);
  return parsePart(body, await readJson(ctx.req));
}

function checkStream(ctx: AppContext): undefined {
  const type = ctx.get('content-type').split(';')[0]?.trim().toLowerCase();
  const encoding = ctx.get('content-encoding');
  if (type !== 'application/octet-stream' || (encoding !== '' && encoding !== 'identity')) {
    refuse('unsupported-media-type', { detail: 'Send application/octet-stream.' });
  }
  if (ctx.req.headers['content-length'] === undefined) refuse('length-required');
}

function hangUpSignal(ctx: AppContext): AbortSignal {
  const controller = new AbortController();
  ctx.res.once('close', () => {
    if (!ctx.res.writableFinished) controller.abort();
  });
  return controller.signal;
}
