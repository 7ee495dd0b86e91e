import pg from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const TIMESTAMPTZ = 1184;

const builtin = pg.types;

// Sizes and sequence numbers stay below 2^53 (see MAX_FILE_BYTES); past it a rounded number would
// be a silent lie.
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an int8 is too large for a number');
  return value;
}

// One dimension: `{1,2,NULL}`.
function parseInt8Array(text: string): (number | null)[] {
  if (text === '{}') return [];
  const items = text.slice(1, -1).split(',');
  return items.map((item) => (item === 'NULL' ? null : parseInt8(item)));
}

/** `2026-11-28 09:00:00.123+00`: what a connection in UTC says of the years from 1 to 9999. */
const IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

// A page of the feed has two thousand of them, and the driver takes a dozen steps for each.
function parseMoment(text: string): Date {
  return IN_UTC.test(text)
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : parseAnyMoment(text);
}

const parseAnyMoment: (text: string) => Date = builtin.getTypeParser(TIMESTAMPTZ);

const own = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [INT8_ARRAY, parseInt8Array],
  [TIMESTAMPTZ, parseMoment],
]);

/** How columns arrive: `int8` as a number, the rest as the driver does it (`timestamptz` a Date,
 *  `bytea` a Buffer, `jsonb` parsed). Given to each connection, so other users of the driver in this
 *  process keep theirs. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return own.get(oid) ?? builtin.getTypeParser(oid, format);
  },
};
