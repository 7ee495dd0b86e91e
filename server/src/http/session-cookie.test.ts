import { describe, expect, it } from 'vitest';
import { readSessionToken, writeSessionCookie } from './session-cookie.ts';

describe('the session cookie', () => {
  it.each([
    ['satchel_session=abc', 'abc'],
    ['a=b; satchel_session=abc; c=d', 'abc'],
    ['a=b;satchel_session=a=b', 'a=b'],
    ['satchel_session=', ''],
    ['xsatchel_session=abc', undefined],
    ['satchel_session', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('EV1 in %j it is %j', (header, token) => {
    expect(readSessionToken(header)).toBe(token);
  });

  it('EV1 it has a Max-Age, is kept from scripts and from other sites', () => {
    expect(writeSessionCookie({ token: 'abc', maxAgeSeconds: 60 }, false)).toBe(
      'satchel_session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
    );
  });

  it('EV1 on https it is Secure', () => {
    expect(writeSessionCookie({ token: 'abc', maxAgeSeconds: 60 }, true)).toMatch(/; Secure$/);
  });

  it('EV1 it is removed by an empty one that is over', () => {
    expect(writeSessionCookie(null, false)).toContain('satchel_session=; Path=/; Max-Age=0;');
  });
});
