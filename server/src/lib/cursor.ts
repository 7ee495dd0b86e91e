import * as v from 'valibot';
import { refuse } from './refuse.ts';

/** A place in a list as clients carry it around. `list` says which list it is (everything that
 *  decides its order), so that it cannot be used in another one. */
export function encodeCursor(list: string, place: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...place])).toString('base64url');
}

/** The place a cursor names. Refuses `invalid-request` for what `encodeCursor` did not make of this
 *  list; `schema` still checks the place, because anyone can make a cursor up. */
export function decodeCursor<Place>(
  cursor: string,
  list: string,
  schema: v.GenericSchema<unknown, Place>,
): Place {
  const parsed = parse(cursor);
  if (!Array.isArray(parsed) || parsed[0] !== list) return refuseCursor();
  const result = v.safeParse(schema, parsed.slice(1));
  return result.success ? result.output : refuseCursor();
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** An id in a place. */
export const idInPlace = v.pipe(v.string(), v.uuid());

/** An instant in a place, as `Date.toISOString` writes it and PostgreSQL reads it. */
export const instantInPlace = v.pipe(
  v.string(),
  v.check((text) => /^(?!0000)\d{4}-/.test(text) && isIsoInstant(text)),
);

function isIsoInstant(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text;
}

function refuseCursor(): never {
  refuse('invalid-request', {
    members: { fields: [{ path: 'cursor', message: 'must be a cursor of this very list' }] },
  });
}
