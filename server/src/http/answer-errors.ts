import { Refusal } from '../lib/refuse.ts';
import type { Answer } from '../lib/route.ts';
import type { AppContext, AppMiddleware } from './context.ts';
import { isHangUp } from './hang-up.ts';
import { faultAnswer, problemAnswer } from './problem.ts';
import { sendAnswer } from './send-answer.ts';

/** Turns whatever is thrown into a problem document. Only what the domain refused is told; a fault is
 *  logged, and the caller learns its request id. */
export function answerErrors(isHttps: boolean): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (ctx.res.headersSent || ctx.res.destroyed) endBroken(ctx, error);
      else await sendAnswer(ctx, answerTo(ctx, error), isHttps);
    }
  };
}

function answerTo(ctx: AppContext, error: unknown): Answer {
  if (!(error instanceof Refusal)) {
    ctx.state.log.error({ err: error }, 'fault');
    return faultAnswer();
  }
  if (error.cause !== undefined) ctx.state.log.warn({ err: error }, 'refused for a fault beneath');
  return problemAnswer(error);
}

/** Nothing can be said any more: either the client hung up, or a stream failed on its way. */
function endBroken(ctx: AppContext, error: unknown): void {
  ctx.respond = false;
  ctx.state.log[isHangUp(error) ? 'debug' : 'error']({ err: error }, 'answer cut short');
  ctx.res.destroy();
}
