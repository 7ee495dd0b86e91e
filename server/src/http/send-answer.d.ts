import type { Answer } from '../lib/route.ts';
import type { AppContext } from './context.ts';
/** Writes an answer. A stream is sent at the pace the client reads it; one that fails before its
 *  first byte throws while there is still room for a refusal, one that fails later cuts the
 *  connection, so that no client takes a part for the whole. */
export declare function sendAnswer(
  ctx: AppContext,
  answer: Answer,
  isHttps: boolean,
): Promise<void>;
