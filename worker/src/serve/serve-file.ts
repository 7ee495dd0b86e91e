// What a request for a file's bytes gets in the service worker: what is kept here where it is the
// present content, which saves the network too; else what the server says; else an earlier version.

import type { Digest } from '../digest/digest.ts';
import { findKeptFile, type KeptFile } from '../local/kept-files.ts';
import { touchRecent } from '../local/recent-files.ts';
import { isUnreached, passThrough } from '../net/pass-through.ts';
import { answerKept } from './answer-kept.ts';
import { keepOpened, mayStay } from './keep-opened.ts';
import { PAST_WORKER } from './past-worker.ts';

const DOWNLOAD = /^\/api\/v1\/files\/([0-9a-f-]{36})\/download$/;

/** The file whose bytes an address is about; null for every other address, and for one that is to be
 *  answered by the network alone. */
export function fileOfAddress({ pathname, searchParams }: URL): string | null {
  if (searchParams.has(PAST_WORKER)) return null;
  return DOWNLOAD.exec(pathname)?.[1] ?? null;
}

interface Served {
  readonly request: Request;
  readonly fileId: string;
  readonly digest: Digest;
  /** Keeps the worker alive until it is done. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

export async function serveFile(served: Served): Promise<Response> {
  const { request, fileId, digest, waitUntil } = served;
  const kept = await findKeptFile(fileId).catch(nothingKept);
  const here = kept?.isPresent ? await fromHere(kept, served) : undefined;
  if (here !== undefined) return here;
  if (kept === undefined && navigator.onLine && !(await mayStay(fileId))) return goPast(request);
  try {
    const answer = await passThrough(request);
    if (kept === undefined || !isUnreached(answer)) {
      return await keepOpened(answer, { fileId, digest, waitUntil });
    }
    return (await answerKept(kept, request)) ?? answer;
  } catch (error) {
    const earlier = kept === undefined ? undefined : await answerKept(kept, request);
    if (earlier !== undefined) return earlier;
    if (request.mode !== 'navigate') throw error;
    return notHere();
  }
}

/** A long download would end with the worker that passes it on, so the browser is sent to fetch it by
 *  itself. */
function goPast({ url }: Request): Response {
  const address = new URL(url);
  address.searchParams.set(PAST_WORKER, '1');
  return Response.redirect(address.href, 307);
}

async function fromHere(kept: KeptFile, { request, waitUntil }: Served) {
  const answer = await answerKept(kept, request);
  if (answer !== undefined && kept.content.keptFor === 'recent') {
    waitUntil(touchRecent(kept.content.contentHash));
  }
  return answer;
}

// A database that can't be opened keeps nobody from the network.
function nothingKept(error: unknown): undefined {
  console.error(error);
}

/** For who opened the address itself; the app says it in its own words before it asks. */
function notHere(): Response {
  const text = 'Satchel cannot reach its server, and this file is not kept on this device.\n';
  const headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(text, { status: 503, headers });
}
