import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from '../lib/route.ts';
import type { AppContext } from './context.ts';
import { drainBody } from './drain-body.ts';
import { writeSessionCookie } from './session-cookie.ts';

/** Writes an answer. A stream is sent at the pace the client reads it; one that fails before its
 *  first byte throws while there is still room for a refusal, one that fails later cuts the
 *  connection, so that no client takes a part for the whole. */
export async function sendAnswer(ctx: AppContext, answer: Answer, isHttps: boolean): Promise<void> {
  const { body } = answer;
  if (body instanceof Readable) await firstBytes(body);
  drainBody(ctx.req);
  ctx.status = answer.status;
  ctx.set('Cache-Control', 'no-store');
  if (answer.session !== undefined) {
    ctx.append('Set-Cookie', writeSessionCookie(answer.session, isHttps));
  }
  if (body instanceof Readable) return sendStream(ctx, body, answer.headers ?? {});
  if (body === undefined) ctx.body = null;
  else setJson(ctx, body);
  ctx.set(answer.headers ?? {});
}

function setJson(ctx: AppContext, body: object): void {
  ctx.body = JSON.stringify(body);
  ctx.set('Content-Type', 'application/json; charset=utf-8');
}

async function firstBytes(stream: Readable): Promise<void> {
  if (stream.readableLength === 0 && !stream.readableEnded) await once(stream, 'readable');
}

async function sendStream(
  ctx: AppContext,
  stream: Readable,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  ctx.set(headers);
  ctx.respond = false;
  if (ctx.method === 'HEAD') {
    stream.destroy();
    ctx.res.end();
    return;
  }
  await pipeline(stream, ctx.res);
}
