import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { instantSchema } from './primitives.ts';
import { displayNameSchema } from './users.ts';

describe('an instant', () => {
  it.each(['2020-02-31T00:00:00Z', '2021-02-29T12:00:00Z', 'yesterday'])('is not %j', (written) => {
    expect(v.safeParse(instantSchema, written).success).toBe(false);
  });

  it('is a leap day, and the milliseconds that a browser gives', () => {
    expect(v.parse(instantSchema, '2020-02-29T00:00:00Z')).toBe('2020-02-29T00:00:00.000Z');
    expect(v.parse(instantSchema, 0)).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('a display name', () => {
  it('cannot turn the direction of what stands beside it', () => {
    expect(v.safeParse(displayNameSchema, '\u202eevil').success).toBe(false);
  });
});
