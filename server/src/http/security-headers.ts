import { COMMON_HEADERS } from '@satchel/shared/served/common-headers';

type Headers = Readonly<Record<string, string>>;

// Two years. Not for subdomains: what else lives there is not ours to decide.
const HSTS: Headers = { 'Strict-Transport-Security': 'max-age=63072000' };

/** What every answer carries. An answer that is data can load and run nothing. */
export function securityHeaders(isHttps: boolean): Headers {
  return {
    ...COMMON_HEADERS,
    'Content-Security-Policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ...(isHttps ? HSTS : {}),
  };
}

/** The policy for the app's own pages. `styleHashes` name the inline styles that the build could not
 *  avoid, such as `sha256-…`; WebAssembly is what hashes where WebCrypto is missing. */
export function pagePolicy(styleHashes: readonly string[]): string {
  const styles = ["'self'", ...styleHashes.map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${styles}`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
