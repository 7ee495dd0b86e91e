/** Decides whether a browser says that a request comes from another site. Knows headers only. */
export interface OriginHeaders {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly host: string | undefined;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isMutating(method: string): boolean {
  return !SAFE_METHODS.has(method);
}

/** Both headers are set by browsers and cannot be set by scripts. Who sends neither is no browser,
 *  and so carries no cookie that somebody else could borrow. */
export function isCrossOrigin(headers: OriginHeaders, publicUrl: URL | undefined): boolean {
  const { origin, fetchSite } = headers;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return true;
  return origin !== undefined && !isOurs(origin, headers.host, publicUrl);
}

function isOurs(origin: string, host: string | undefined, publicUrl: URL | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: originHost, origin: canonical } = new URL(origin);
  if (publicUrl !== undefined) return canonical === publicUrl.origin;
  // Without PUBLIC_URL the scheme is unknown: a proxy may have taken the TLS off.
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const ours = `${protocol}//${host ?? ''}`;
  return URL.canParse(ours) && new URL(ours).host === originHost;
}
