/** The bytes from `start` to `end`, both inclusive, as in HTTP ranges. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export type RangeChoice = ByteRange | 'whole' | 'unsatisfiable';

const SINGLE_RANGE = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i;

/** Which bytes of `size` a `Range` header asks for (RFC 9110, section 14.2). What is malformed, of
 *  another unit or more than one range may be ignored, and then the answer is the whole. */
export function chooseRange(header: string | undefined, size: number): RangeChoice {
  const match = header === undefined ? null : SINGLE_RANGE.exec(header);
  if (match === null) return 'whole';
  const [, first = '', last = ''] = match;
  if (first === '') return last === '' ? 'whole' : suffix(Number(last), size);
  const start = Number(first);
  const end = last === '' ? Number.POSITIVE_INFINITY : Number(last);
  if (end < start) return 'whole';
  return start < size ? { start, end: Math.min(end, size - 1) } : 'unsatisfiable';
}

function suffix(length: number, size: number): RangeChoice {
  if (length === 0) return 'unsatisfiable';
  // No Content-Range can say "the last 5 of no bytes".
  if (size === 0) return 'whole';
  return { start: Math.max(0, size - length), end: size - 1 };
}
