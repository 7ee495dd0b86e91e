import { expect, it } from 'vitest';
import { whyWaiting } from './why-waiting.ts';

it.each([
  ['offline', false, 'Waiting for the network'],
  ['offline', true, 'Waiting for the network'],
  ['reconnecting', false, 'Waiting for the server'],
  ['maintenance', false, 'Waiting for the server'],
  ['connected', true, 'Waiting for the server'],
  ['connected', false, 'Being sent'],
] as const)('while %s, and closed: %s, says "%s"', (connection, isClosed, words) => {
  expect(whyWaiting(connection, isClosed)).toBe(words);
});
