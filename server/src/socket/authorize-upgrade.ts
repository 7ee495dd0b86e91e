import type { IncomingMessage } from 'node:http';
import { feedCursorSchema } from '@satchel/shared/wire/sync';
import * as v from 'valibot';
import { authenticate, type SessionDeps } from '../features/auth/index.ts';
import { type Positions, readCursor } from '../features/sync/index.ts';
import { isCrossOrigin } from '../http/same-origin.ts';
import { readSessionToken } from '../http/session-cookie.ts';
import { Refusal } from '../lib/refuse.ts';
import type { Caller } from '../lib/route.ts';
import { CLOSE_CODES, type Farewell } from './closing.ts';

/** Decided before the upgrade. Who is refused is let in only to learn why. */
export type Verdict =
  | { readonly kind: 'refused'; readonly farewell: Farewell }
  | {
      readonly kind: 'welcome';
      readonly caller: Caller;
      /** Null: from the beginning. */
      readonly positions: Positions | null;
      readonly renewed?: { readonly token: string; readonly maxAgeSeconds: number };
    };

const refused = (code: number, reason: string): Verdict => ({
  kind: 'refused',
  farewell: { code, reason },
});

/** Who is calling, by the rules of a request that changes something: reading a feed with the cookie of
 *  somebody who visits another site is what they protect from. */
export async function authorizeUpgrade(
  deps: SessionDeps & { readonly publicUrl?: URL | undefined },
  { headers, url = '' }: IncomingMessage,
): Promise<Verdict> {
  const { origin, host, cookie, 'sec-fetch-site': fetchSite } = headers;
  if (isCrossOrigin({ origin, host, fetchSite: fetchSite?.toString() }, deps.publicUrl)) {
    return refused(CLOSE_CODES.crossOrigin, 'The request came from another site');
  }
  const token = readSessionToken(cookie);
  const who = token === undefined ? null : await authenticate(deps, token);
  if (who === null) return refused(CLOSE_CODES.unauthenticated, 'Sign in to go on');
  const positions = findPositions(url);
  if (positions === undefined) return refused(CLOSE_CODES.invalidCursor, 'The cursor is not valid');
  return { kind: 'welcome', positions, ...who };
}

/** Null where no cursor is given, undefined where it is none. */
function findPositions(url: string): Positions | null | undefined {
  const cursor = new URL(url, 'http://localhost').searchParams.get('cursor');
  if (cursor === null) return null;
  try {
    return readCursor(v.parse(feedCursorSchema, cursor));
  } catch (error) {
    if (error instanceof Refusal || error instanceof v.ValiError) return undefined;
    throw error;
  }
}
