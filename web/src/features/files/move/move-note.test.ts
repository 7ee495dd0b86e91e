import { expect, it } from 'vitest';
import { moveNote } from './move-note.ts';

const plans = { id: 'plans', name: 'Plans' };
const trips = { id: 'trips', name: 'Trips' };

it('says nothing of a folder that takes what is moved', () => {
  expect(moveNote(plans, plans, 'open')).toBe('');
});

it('says why nothing can be moved to where it is', () => {
  expect(moveNote(plans, plans, 'plans')).toBe('It is in this folder already. Choose another one.');
});

it('says what went, and what stands in for it', () => {
  expect(moveNote(plans, trips, 'open')).toBe(
    '“Plans” is not there any more. “Trips” takes its place.',
  );
  expect(moveNote(plans, trips, 'trips')).toBe(
    '“Plans” is not there any more. Choose another folder.',
  );
});
