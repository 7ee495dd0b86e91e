export type Disposition = 'attachment' | 'inline';

// What RFC 8187 lets stand in an extended value, beyond letters and digits.
const ALSO_ESCAPED = /['()*]/g;

/** A `Content-Disposition` (RFC 6266) that is safe for any name: what is not plain ASCII is replaced
 *  in `filename` and written in full in `filename*`. A percent sign in `filename` is decoded by some
 *  browsers, so it counts as not plain. */
export function contentDisposition(disposition: Disposition, name: string): string {
  const plain = name.toWellFormed().replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const start = `${disposition}; filename="${plain}"`;
  return plain === name ? start : `${start}; filename*=UTF-8''${encodeExtended(name)}`;
}

function encodeExtended(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    ALSO_ESCAPED,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
