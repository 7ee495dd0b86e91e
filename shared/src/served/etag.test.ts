import { describe, expect, it } from 'vitest';
import { etagOf, isAlreadyHad, isPartWanted } from './etag.ts';

const TAG = etagOf('abc123');

describe('entity tags', () => {
  it('DL3 are strong and hold the hash', () => {
    expect(TAG).toBe('"abc123"');
  });

  it.each([
    [undefined, false],
    ['', false],
    ['*', true],
    [TAG, true],
    [`W/${TAG}`, true],
    [`"other", ${TAG}`, true],
    [`"other",W/${TAG},"more"`, true],
    ['"other"', false],
    ['abc123', false],
    ['"abc123', false],
    ['"ABC123"', false],
    ['"a,b", "c"', false],
  ])('DL7 If-None-Match %j: the client has it already: %s', (header, expected) => {
    expect(isAlreadyHad(header, TAG)).toBe(expected);
  });

  it.each([
    [undefined, true],
    [TAG, true],
    [` ${TAG} `, true],
    [`W/${TAG}`, false],
    ['"other"', false],
    ['Sun, 22 Nov 2026 10:00:00 GMT', false],
  ])('DL8 If-Range %j: a part will do: %s', (header, expected) => {
    expect(isPartWanted(header, TAG)).toBe(expected);
  });
});
