import { Refusal } from '../lib/refuse.ts';
import type { AppContext, AppMiddleware } from './context.ts';
import { faultAnswer, problemAnswer } from './problem.ts';
import { sendAnswer } from './send-answer.ts';

/** Turns whatever is thrown into a problem document. Only what the domain refused is told; a fault is
 *  logged, and the caller learns its request id. */
export function answerErrors(isHttps: boolean): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (ctx.res.headersSent || ctx.res.destroyed) return endBroken(ctx, error);
      if (!(error instanceof Refusal)) ctx.state.log.error({ err: error }, 'fault');
      const answer = error instanceof Refusal ? problemAnswer(error) : faultAnswer();
      await sendAnswer(ctx, answer, isHttps);
    }
  };
}

/** Nothing can be said any more: either the client hung up, or a stream failed on its way. */
function endBroken(ctx: AppContext, error: unknown): void {
  ctx.respond = false;
  if (!ctx.req.socket.destroyed) ctx.state.log.error({ err: error }, 'answer cut short');
  ctx.res.destroy();
}
