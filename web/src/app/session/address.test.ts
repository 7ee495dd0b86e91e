import { describe, expect, it } from 'vitest';
import { addressAfterSignIn, signInAddress } from './address.ts';

describe('the way through the sign-in', () => {
  it('comes back to where one was, query and all', () => {
    const address = signInAddress('/files/0198?select=1&x=ä');
    expect(addressAfterSignIn(address.slice(address.indexOf('?')))).toBe(
      '/files/0198?select=1&x=ä',
    );
  });

  it('says nothing about where one goes anyway', () => {
    expect(signInAddress('/files')).toBe('/sign-in');
    expect(addressAfterSignIn('')).toBe('/files');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'files', '/sign-in', ''])(
    'never leads to %j',
    (to) => {
      expect(addressAfterSignIn(`?to=${encodeURIComponent(to)}`)).toBe('/files');
    },
  );
});
