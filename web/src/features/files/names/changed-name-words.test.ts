import { expect, it } from 'vitest';
import { changedNameWords } from './changed-name-words.ts';

const dotted = { was: 'Vol. 1.', name: 'Vol. 1' };
const spaced = { was: ' a.txt', name: 'a.txt' };

it('says what one thing is called now', () => {
  expect(changedNameWords([dotted])).toBe(
    '“Vol. 1.” was added as “Vol. 1”: its name cannot be used here.',
  );
});

it('names the first of several and counts the others', () => {
  expect(changedNameWords([dotted, spaced])).toBe(
    '“Vol. 1.” was added as “Vol. 1”, and 1 more under other names: theirs cannot be used here.',
  );
});
