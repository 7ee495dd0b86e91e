import { resolve } from 'node:path';
import * as v from 'valibot';
import type { AppContext, AppMiddleware } from './context.ts';
import { pagePolicy } from './security-headers.ts';
import { type Encoding, readWebFiles, type WebFile } from './web-files.ts';

const policySchema = v.object({ styleHashes: v.array(v.string()) });
const POLICY_PATH = '/csp.json';
const INDEX_PATH = '/index.html';

/** The web app: its files, and its page for every address that a person can navigate to. */
export function serveWeb(directory: string): AppMiddleware {
  const files = readWebFiles(resolve(directory));
  const policy = pagePolicy(readStyleHashes(files.get(POLICY_PATH)));
  return async (ctx, next) => {
    const file = isRead(ctx) ? findFile(files, ctx) : undefined;
    if (file === undefined) return next();
    ctx.state.route = 'web';
    send(ctx, file);
    if (file.type.startsWith('text/')) ctx.set('Content-Security-Policy', policy);
  };
}

function readStyleHashes(file: WebFile | undefined): string[] {
  if (file === undefined) return [];
  return v.parse(policySchema, JSON.parse(file.plain.toString())).styleHashes;
}

function isRead({ method }: AppContext): boolean {
  return method === 'GET' || method === 'HEAD';
}

function findFile(files: ReadonlyMap<string, WebFile>, ctx: AppContext): WebFile | undefined {
  const isPage = ctx.path === '/' || isNavigation(ctx);
  return files.get(ctx.path) ?? (isPage ? files.get(INDEX_PATH) : undefined);
}

/** A browser opening one of the app's own addresses. What ends like a file is none of them: a
 *  missing script must be missing, not a page. */
function isNavigation(ctx: AppContext): boolean {
  if (/^\/(api|s|assets)(\/|$)/.test(ctx.path) || /\.\w+$/.test(ctx.path)) return false;
  return ctx.get('accept').includes('text/html');
}

function send(ctx: AppContext, file: WebFile): void {
  ctx.set('Cache-Control', cacheControl(ctx.path));
  ctx.set(
    'Vary',
    file.type.startsWith('text/html') ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
  );
  ctx.set('ETag', file.etag);
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const encoding = chooseEncoding(ctx, file);
  if (encoding !== undefined) ctx.set('Content-Encoding', encoding);
  ctx.body = (encoding && file.encodings.get(encoding)) ?? file.plain;
  ctx.set('Content-Type', file.type);
}

function chooseEncoding(ctx: AppContext, file: WebFile): Encoding | undefined {
  const offered = (['br', 'gzip'] as const).filter((encoding) => file.encodings.has(encoding));
  return offered.find((encoding) => ctx.acceptsEncodings(encoding) === encoding);
}

/** The build names what lies in `assets` by its content, so it never changes. Everything else is
 *  asked for again each time, or an installed app would never learn of an update. */
function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
