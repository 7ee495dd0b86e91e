const SIGN_IN = '/sign-in';

/** Where to sign in so that one comes back to `path` afterwards. */
export function signInAddress(path: string): string {
  return path === '/' || path === '/files' ? SIGN_IN : `${SIGN_IN}?to=${encodeURIComponent(path)}`;
}

/** Where to go after signing in. Only a path of this site: the query comes from anybody. */
export function addressAfterSignIn(search: string): string {
  const wanted = new URLSearchParams(search).get('to') ?? '';
  const isOwnPath = /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-');
  return isOwnPath ? wanted : '/files';
}
