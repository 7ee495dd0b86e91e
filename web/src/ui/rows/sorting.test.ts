import { expect, it } from 'vitest';
import { nextSorting } from './sorting.ts';

type By = 'name' | 'size';
const press = (current: { by: By; order: 'asc' | 'desc' }, by: By) =>
  nextSorting<By>(current, by, ['name']);

it('the same column again is turned round', () => {
  expect(press({ by: 'name', order: 'asc' }, 'name')).toEqual({ by: 'name', order: 'desc' });
  expect(press({ by: 'size', order: 'desc' }, 'size')).toEqual({ by: 'size', order: 'asc' });
});

it('another column begins at its usual end', () => {
  expect(press({ by: 'size', order: 'asc' }, 'name')).toEqual({ by: 'name', order: 'asc' });
  expect(press({ by: 'name', order: 'desc' }, 'size')).toEqual({ by: 'size', order: 'desc' });
});
