import { uuidv7 } from 'uuidv7';
import { type Log, logWith } from '../lib/log.ts';
import type { AppContext, AppMiddleware } from './context.ts';
import { HUNG_UP_STATUS } from './hang-up.ts';
import type { Metrics } from './metrics.ts';

// Whatever a proxy in front numbers its requests with; anything else could forge log lines.
const SANE_ID = /^[\w-]{8,64}$/;
const QUIET_ROUTES = new Set(['/healthz', '/readyz']);

/** Numbers each request, and writes one log line and one metrics sample when it has ended. */
export function observe(log: Log, metrics: Metrics): AppMiddleware {
  return async (ctx, next) => {
    const startedAt = performance.now();
    const given = ctx.get('x-request-id');
    ctx.state.requestId = SANE_ID.test(given) ? given : uuidv7();
    ctx.state.log = logWith(log, { requestId: ctx.state.requestId });
    ctx.state.route = 'unmatched';
    ctx.state.uploadedBytes = 0;
    ctx.set('X-Request-Id', ctx.state.requestId);
    ctx.res.once('close', () => record(ctx, metrics, (performance.now() - startedAt) / 1000));
    await next();
  };
}

function record(ctx: AppContext, metrics: Metrics, seconds: number): void {
  const { log, route, uploadedBytes } = ctx.state;
  const method = ctx.method;
  const isAnswered = ctx.res.headersSent;
  const status = isAnswered ? ctx.res.statusCode : HUNG_UP_STATUS;
  metrics.observe({ method, route, status, seconds, uploadedBytes });
  const isWhole = ctx.res.writableFinished;
  const line = { method, route, status, ms: Math.round(seconds * 1000), isWhole };
  if (QUIET_ROUTES.has(route)) log.debug(line, 'answered');
  else log.info(line, 'answered');
}
