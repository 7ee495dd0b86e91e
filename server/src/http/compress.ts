import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { AppContext } from './context.ts';

const gzip = promisify(zlib.gzip);

/** What fits into a packet arrives no sooner when it is shorter. */
const ONE_PACKET_BYTES = 1400;

/** The text as the client takes it best, with the headers that say so. Only what is asked for with GET
 *  is compressed: nobody else's words are mixed into those answers, so their length tells nothing. */
export async function encodeText(ctx: AppContext, text: string): Promise<string | Buffer> {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return text;
  ctx.vary('Accept-Encoding');
  const isLong = text.length > ONE_PACKET_BYTES;
  if (!isLong || ctx.acceptsEncodings('gzip', 'identity') !== 'gzip') return text;
  const bytes = await gzip(text, { level: zlib.constants.Z_BEST_SPEED });
  ctx.set('Content-Encoding', 'gzip');
  return bytes;
}
