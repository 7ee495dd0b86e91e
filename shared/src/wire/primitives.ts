import * as v from 'valibot';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../limits.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Any id that names something. */
export const idSchema = v.pipe(v.string(), v.toLowerCase(), v.regex(UUID, 'must be a UUID'));

/** An id that a client chooses for something new. */
export const newIdSchema = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.regex(UUID_V7, 'must be a UUIDv7'),
);

export const sha256Schema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex'),
);

export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** An ISO 8601 instant, or epoch milliseconds as `File.lastModified` gives them. Becomes ISO UTC. */
export const instantSchema = v.pipe(
  v.union([
    v.pipe(v.string(), v.isoTimestamp(), v.check(isDayOfCalendar, 'must be a day that exists')),
    v.pipe(v.number(), v.integer()),
  ]),
  v.check(
    (value) => isStorableInstant(new Date(value)),
    'must be an instant between the years 0 and 9999',
  ),
  v.transform((value) => new Date(value).toISOString()),
);

/** `Date` takes the 31st of February for the 3rd of March. */
function isDayOfCalendar(timestamp: string): boolean {
  const [year = 0, month = 0, day = 0] = timestamp.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function isStorableInstant(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

/** A number that stands in a query string. */
export const queryIntegerSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

export const pageQueryEntries = {
  limit: v.optional(
    v.pipe(queryIntegerSchema, v.minValue(1), v.maxValue(MAX_PAGE_SIZE)),
    String(DEFAULT_PAGE_SIZE),
  ),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2000))),
};
