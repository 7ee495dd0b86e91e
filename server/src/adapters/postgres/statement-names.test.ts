import { expect, it } from 'vitest';
import { statementName } from './statement-names.ts';

it('names each text, the same one always the same', () => {
  expect(statementName('select 1')).toMatch(/^[0-9a-f]{24}$/);
  expect(statementName('select 1')).toBe(statementName('select 1'));
  expect(statementName('select 1')).not.toBe(statementName('select 2'));
});

it('stops naming when texts are being composed, and keeps the names it gave', () => {
  const first = statementName('select 1');
  for (let index = 0; index < 1000; index += 1) statementName(`select ${index} as composed`);
  expect(statementName('select one more')).toBeUndefined();
  expect(statementName('select 1')).toBe(first);
});
