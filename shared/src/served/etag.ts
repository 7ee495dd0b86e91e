/** A strong entity tag: the same bytes always have the same one. */
export function etagOf(hashHex: string): string {
  return `"${hashHex}"`;
}

const TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;

/** True where the client already has what `etag` names (RFC 9110, section 13.1.2: compared weakly). */
export function isAlreadyHad(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return (ifNoneMatch.match(TAG) ?? []).some((tag) => tag.replace(/^W\//, '') === etag);
}

/** True where a part can be added to what the client has of it (RFC 9110, section 13.1.5: compared
 *  strongly). A date never matches: answers carry none. */
export function isPartWanted(ifRange: string | undefined, etag: string): boolean {
  return ifRange === undefined || ifRange.trim() === etag;
}
