import { describe, expect, it } from 'vitest';
import { landedElsewhere, landedWords } from './landed-elsewhere.ts';
import { sampleUpload } from './sample-upload.ts';

const result = { fileId: 'f', version: 1, isConflictedCopy: false };
const coming = sampleUpload({ state: 'completing' });
const arrived = sampleUpload({ state: 'done', result });
const landed = sampleUpload({ state: 'done', result: { ...result, folderId: 'root' } });

describe('what landed elsewhere', () => {
  it('is told when it arrives', () => {
    expect(landedElsewhere([coming], [landed])).toEqual([landed]);
  });

  it('is no news a second time, or when the page opens later', () => {
    expect(landedElsewhere([landed], [landed])).toEqual([]);
    expect(landedElsewhere([], [landed])).toEqual([]);
  });

  it('is nothing that went where it was to go', () => {
    expect(landedElsewhere([coming], [arrived])).toEqual([]);
  });

  it('is named, or counted', () => {
    expect(landedWords([landed], 'My files')).toBe(
      '“talk.mp4” is in My files: the folder it was to go into is gone.',
    );
    expect(landedWords([landed, landed], 'My files')).toBe(
      '2 files are in My files: the folder they were to go into is gone.',
    );
  });
});
