import type { Answer } from '../lib/route.ts';
/** The token in a `Cookie` header. */
export declare function readSessionToken(cookies: string | undefined): string | undefined;
/** The `Set-Cookie` header that an answer's session calls for. It always has a Max-Age: a cookie
 *  without one vanishes when the browser's last window closes. */
export declare function writeSessionCookie(
  session: NonNullable<Answer['session']> | null,
  isSecure: boolean,
): string;
