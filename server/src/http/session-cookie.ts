import type { Answer } from '../lib/route.ts';

const NAME = 'satchel_session';

/** The token in a `Cookie` header. */
export function readSessionToken(cookies: string | undefined): string | undefined {
  for (const pair of cookies?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === NAME) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/** The `Set-Cookie` header that an answer's session calls for. It always has a Max-Age: a cookie
 *  without one vanishes when the browser's last window closes. */
export function writeSessionCookie(
  session: NonNullable<Answer['session']> | null,
  isSecure: boolean,
): string {
  const { token, maxAgeSeconds } = session ?? { token: '', maxAgeSeconds: 0 };
  const attributes = `Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax`;
  return `${NAME}=${token}; ${attributes}${isSecure ? '; Secure' : ''}`;
}
