import { describe, expect, it } from 'vitest';
import { notYetWords } from './on-its-way-words.ts';

const file = (name: string) => ({ kind: 'file', name }) as const;

describe('what is said of files that are on their way', () => {
  it('says when a deed becomes possible', () => {
    expect(notYetWords([file('talk.mp4')], 'renamed')).toBe(
      '“talk.mp4” can be renamed once it has arrived.',
    );
    expect(notYetWords([file('a'), file('b')], 'moved')).toBe(
      '2 files can be moved once they have arrived.',
    );
  });
});
