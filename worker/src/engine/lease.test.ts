import { describe, expect, it } from 'vitest';
import { isLeased } from './lease.ts';

describe('a lease', () => {
  const lease = { owner: 'background', until: 10 };

  it('binds until its moment has come', () => {
    expect(isLeased(lease, 9)).toBe(true);
    expect(isLeased(lease, 10)).toBe(false);
  });

  it('binds nobody where there is none', () => expect(isLeased(null, 0)).toBe(false));
});
