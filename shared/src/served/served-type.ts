import type { Disposition } from './content-disposition.ts';

/** Types that a browser shows without running anything that is in them. */
const INLINE_TYPES = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/webm',
  'audio/wav',
  'audio/flac',
  'application/pdf',
  'text/plain',
]);

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

const POLICY =
  "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** How the bytes of a file are labelled. The type is what somebody once claimed: whatever it is,
 *  a browser neither guesses another one nor runs anything with our origin's rights. */
export interface ServedType {
  readonly disposition: Disposition;
  readonly headers: Readonly<Record<string, string>>;
}

export function serveAs(claimedType: string, wantsInline: boolean): ServedType {
  const type = essenceOf(claimedType);
  const disposition = wantsInline && INLINE_TYPES.has(type) ? 'inline' : 'attachment';
  return {
    disposition,
    headers: {
      'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
    },
  };
}

function essenceOf(claimedType: string): string {
  const essence = claimedType.split(';')[0]?.trim().toLowerCase() ?? '';
  return MEDIA_TYPE.test(essence) ? essence : 'application/octet-stream';
}
