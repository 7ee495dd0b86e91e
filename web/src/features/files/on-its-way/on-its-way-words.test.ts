import { describe, expect, it } from 'vitest';
import { cancelWords, notYetWords } from './on-its-way-words.ts';

const file = (name: string) => ({ kind: 'file', name }) as const;
const sent = (filename: string, bytesAcked: number) => ({ filename, bytesAcked });

describe('what is said of files that are on their way', () => {
  it('says when a deed becomes possible', () => {
    expect(notYetWords([file('talk.mp4')], 'renamed')).toBe(
      '“talk.mp4” can be renamed once it has arrived.',
    );
    expect(notYetWords([file('a'), file('b')], 'moved')).toBe(
      '2 files can be moved once they have arrived.',
    );
  });

  it('asks before an upload is cancelled, with what is lost', () => {
    expect(cancelWords([sent('talk.mp4', 12_000_000)])).toEqual({
      title: 'Cancel the upload?',
      body: '“talk.mp4” has not arrived yet. What was sent of it, 12 MB, is thrown away. The file that you chose stays where it is.',
      done: 'Cancelled the upload of “talk.mp4”',
    });
  });

  it('counts several, and says where nothing is lost', () => {
    expect(cancelWords([sent('a', 0), sent('b', 0)])).toEqual({
      title: 'Cancel 2 uploads?',
      body: '2 files have not arrived yet. Nothing of them has been sent yet. The files that you chose stay where they are.',
      done: 'Cancelled the upload of 2 files',
    });
  });
});
