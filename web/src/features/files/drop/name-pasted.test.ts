import { expect, it } from 'vitest';
import { namePasted } from './name-pasted.ts';

const now = new Date(2026, 10, 2, 9, 5, 7);

it('a pasted picture is named by its moment', () => {
  const named = namePasted(new File(['x'], 'image.png', { type: 'image/png' }), now);
  expect(named.name).toBe('Pasted 2026-11-02 at 09.05.07.png');
  expect(named.type).toBe('image/png');
});

it('a pasted file keeps its name', () => {
  const file = new File(['x'], 'plan.md');
  expect(namePasted(file, now)).toBe(file);
});
