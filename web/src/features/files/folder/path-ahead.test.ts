import { describe, expect, it } from 'vitest';
import { expectedPath, expectPath } from './path-ahead.ts';

const steps = (...names: string[]) => names.map((name) => ({ id: `id of ${name}`, name }));

describe('the way to a folder before the device has been asked', () => {
  it('is known of a folder that is opened, and of those above it', () => {
    expectPath(steps('top', 'letters', '2026'));
    expect(expectedPath('id of 2026')).toEqual(steps('top', 'letters', '2026'));
    expect(expectedPath('id of letters')).toEqual(steps('top', 'letters'));
    expect(expectedPath('id of top')).toEqual(steps('top'));
  });

  it('is not known of any other', () => {
    expectPath(steps('top', 'letters'));
    expect(expectedPath('id of photos')).toBeUndefined();
  });

  it('is the same object until something of it is new', () => {
    const path = expectPath(steps('top', 'letters'));
    expect(expectPath(steps('top', 'letters'))).toBe(path);
    expect(expectedPath('id of letters')).toBe(path);
    const renamed = [...steps('top'), { id: 'id of letters', name: 'mail' }];
    expect(expectPath(renamed)).toBe(renamed);
  });
});
