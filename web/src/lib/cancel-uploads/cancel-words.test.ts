import { describe, expect, it } from 'vitest';
import { cancelWords, isMuchSent } from './cancel-words.ts';

const sent = (filename: string, bytesAcked: number, bytesExisting = 0) => ({
  filename,
  bytesAcked,
  bytesExisting,
});

describe('the question before uploads are cancelled', () => {
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

  it('counts as lost only what had to be sent', () => {
    expect(cancelWords([sent('talk.mp4', 12_000_000, 11_000_000)]).body).toContain(', 1 MB, is');
  });
});

describe('what is not thrown away without a question', () => {
  const MIB = 1024 * 1024;
  const isAsked = (sizeMib: number, sentMib: number, existingMib = 0) =>
    isMuchSent({
      ...sent('talk.mp4', (sentMib + existingMib) * MIB, existingMib * MIB),
      sizeBytes: sizeMib * MIB,
    });

  it('is much in itself, or most of something large', () => {
    expect(isAsked(1000, 64)).toBe(true);
    expect(isAsked(1000, 63)).toBe(false);
    expect(isAsked(80, 41)).toBe(true);
    expect(isAsked(80, 40)).toBe(false);
    expect(isAsked(63, 62)).toBe(false);
  });

  it('is nothing that the server had before', () => {
    expect(isAsked(1000, 10, 900)).toBe(false);
  });
});
