import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, idInPlace, instantInPlace } from './cursor.ts';
import { Refusal } from './refuse.ts';

const schema = v.strictTuple([v.string(), v.string()]);
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('cursor', () => {
  it('gives back the place, whatever is in it', () => {
    const place: [string, string] = ['"\\,[]{}', 'ü😀\u200f'];
    expect(decodeCursor(encodeCursor('list', place), 'list', schema)).toEqual(place);
  });

  it('can stand in a query string as it is', () => {
    expect(encodeCursor('list', ['ÿ?>~', '😀'])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['nothing', ''],
    ['no base64', '***'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['another shape', Buffer.from('"list"').toString('base64url')],
    ['another list', encodeCursor('other', ['a', 'b'])],
    ['another place', encodeCursor('list', ['a'])],
    ['more than a place', encodeCursor('list', ['a', 'b', 'c'])],
    ['numbers in the place', Buffer.from('["list",1,2]').toString('base64url')],
  ])('NO4 refuses %s as invalid-request', (_what, cursor) => {
    expect(() => decodeCursor(cursor, 'list', schema)).toThrow(Refusal);
  });
});

describe('parts of a place', () => {
  it.each([
    ['2026-11-22T10:00:00.123Z', true],
    ['0001-01-01T00:00:00.000Z', true],
    ['2026-02-31T00:00:00.000Z', false],
    ['0000-01-01T00:00:00.000Z', false],
    ['+010000-01-01T00:00:00.000Z', false],
    ['now()', false],
    ['', false],
  ])('an instant is one that the database reads: %s', (text, expected) => {
    expect(v.is(instantInPlace, text)).toBe(expected);
  });

  it.each([
    [ID, true],
    [`${ID}'`, false],
    ['', false],
  ])('an id is a UUID: %s', (text, expected) => {
    expect(v.is(idInPlace, text)).toBe(expected);
  });
});
