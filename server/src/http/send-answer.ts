import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from '../lib/route.ts';
import { encodeText } from './compress.ts';
import type { AppContext } from './context.ts';
import { drainBody } from './drain-body.ts';
import { writeSessionCookie } from './session-cookie.ts';

/** Writes an answer. A stream is sent at the pace the client reads it; one that fails before its
 *  first byte throws while there is still room for a refusal, one that fails later cuts the
 *  connection, so that no client takes a part for the whole. */
export async function sendAnswer(ctx: AppContext, answer: Answer, isHttps: boolean): Promise<void> {
  const { body, session } = answer;
  if (body instanceof Readable) await awaitFirstBytes(ctx, body);
  drainBody(ctx.req);
  if (!(body instanceof Readable)) await setJson(ctx, body);
  ctx.status = answer.status;
  ctx.set('Cache-Control', 'no-store');
  if (session !== undefined) ctx.append('Set-Cookie', writeSessionCookie(session, isHttps));
  ctx.set(answer.headers ?? {});
  if (body instanceof Readable) await sendStream(ctx, body);
}

async function setJson(ctx: AppContext, body: object | undefined): Promise<void> {
  if (body === undefined) ctx.body = null;
  else {
    ctx.body = await encodeText(ctx, JSON.stringify(body));
    ctx.set('Content-Type', 'application/json; charset=utf-8');
  }
}

async function awaitFirstBytes(ctx: AppContext, stream: Readable): Promise<void> {
  if (ctx.method === 'HEAD' || stream.readableLength > 0 || stream.readableEnded) return;
  const hangUp = new AbortController();
  const abort = () => hangUp.abort();
  ctx.res.once('close', abort);
  try {
    await once(stream, 'readable', { signal: hangUp.signal });
  } catch (error) {
    stream.destroy();
    throw error;
  } finally {
    ctx.res.off('close', abort);
  }
}

async function sendStream(ctx: AppContext, stream: Readable): Promise<void> {
  ctx.respond = false;
  if (ctx.method !== 'HEAD') return pipeline(stream, ctx.res);
  stream.on('error', () => {}).destroy();
  ctx.res.end();
}
