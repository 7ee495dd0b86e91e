import { describe, expect, it } from 'vitest';
import { isCrossOrigin, isMutating } from './same-origin.ts';

const none = { origin: undefined, fetchSite: undefined, host: 'files.test:8080' };
const atHome = (headers: { origin?: string; fetchSite?: string; host?: string }) =>
  isCrossOrigin({ ...none, ...headers }, undefined);
const inPublic = (headers: { origin?: string; fetchSite?: string; host?: string }) =>
  isCrossOrigin({ ...none, ...headers }, new URL('https://files.example.org/'));

describe('where a request comes from', () => {
  it('EV3 with neither header it is no browser’s, and passes', () => {
    expect(atHome({})).toBe(false);
    expect(inPublic({})).toBe(false);
  });

  it.each([
    ['same-origin', false],
    ['none', false],
    ['same-site', true],
    ['cross-site', true],
    ['', true],
    ['SAME-ORIGIN', true],
  ])('EV3 Sec-Fetch-Site: %s is foreign: %s', (fetchSite, isForeign) => {
    expect(atHome({ fetchSite })).toBe(isForeign);
  });

  it.each([
    ['http://files.test:8080', false],
    ['https://files.test:8080', false],
    ['http://files.test', true],
    ['http://files.test:8081', true],
    ['http://evil.test:8080', true],
    ['http://files.test:8080.evil.test', true],
    ['null', true],
    ['', true],
    ['ftp://files.test:8080', true],
  ])('EV3 without a public address, Origin: %s at our Host is foreign: %s', (origin, isForeign) => {
    expect(atHome({ origin })).toBe(isForeign);
  });

  it('EV3 the port that a scheme implies is the same port', () => {
    expect(atHome({ origin: 'http://files.test', host: 'files.test:80' })).toBe(false);
    expect(atHome({ origin: 'https://files.test', host: 'files.test' })).toBe(false);
  });

  it.each([
    ['https://files.example.org', false],
    ['https://files.example.org:443', false],
    ['http://files.example.org', true],
    ['https://files.example.org:8443', true],
    ['http://files.test:8080', true],
    ['null', true],
  ])('EV3 with a public address, Origin: %s is foreign: %s', (origin, isForeign) => {
    expect(inPublic({ origin })).toBe(isForeign);
  });

  it('EV3 one of the two headers is enough to be foreign', () => {
    expect(atHome({ origin: 'http://files.test:8080', fetchSite: 'cross-site' })).toBe(true);
    expect(atHome({ origin: 'http://evil.test', fetchSite: 'same-origin' })).toBe(true);
  });

  it('EV3 reading is never foreign', () => {
    expect(['GET', 'HEAD', 'OPTIONS'].map(isMutating)).toEqual([false, false, false]);
    expect(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'].every(isMutating)).toBe(true);
  });
});
