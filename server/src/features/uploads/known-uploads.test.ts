import { expect, it } from 'vitest';
import { KnownUploads } from './known-uploads.ts';

it('tells the size to the one whose upload it is, and to nobody else', () => {
  const known = new KnownUploads();
  known.remember('u', { userId: 'anna', size: 5 });
  expect(known.sizeOf('u', 'anna')).toBe(5);
  expect(known.sizeOf('u', 'bert')).toBeUndefined();
  expect(known.sizeOf('v', 'anna')).toBeUndefined();
});

it('knows the size of the empty file', () => {
  const known = new KnownUploads();
  known.remember('u', { userId: 'anna', size: 0 });
  expect(known.sizeOf('u', 'anna')).toBe(0);
});

it('forgets the one that it met first when there are too many', () => {
  const known = new KnownUploads(2);
  for (const id of ['u', 'v', 'u', 'w']) known.remember(id, { userId: 'anna', size: 1 });
  expect(['u', 'v', 'w'].map((id) => known.sizeOf(id, 'anna'))).toEqual([undefined, 1, 1]);
});
