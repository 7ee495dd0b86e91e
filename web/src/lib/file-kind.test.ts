import { describe, expect, it } from 'vitest';
import { describeKind, familyOf } from './file-kind.ts';

const file = (name: string, mimeType: string | null = null) =>
  ({ kind: 'file', name, mimeType }) as const;

describe('file kinds', () => {
  it.each([
    [file('holiday.JPG'), 'image', 'JPG image'],
    [file('talk.mp4'), 'video', 'MP4 video'],
    [file('plan.md'), 'text', 'MD document'],
    [file('letter.pdf'), 'pdf', 'PDF document'],
    [file('backup.tar.gz'), 'archive', 'GZ archive'],
    [file('picture', 'image/png'), 'image', 'Image'],
    [file('README'), 'other', 'File'],
    [file('.gitignore'), 'other', 'File'],
    [file('strange.constructor'), 'other', 'File'],
  ] as const)('knows %o', (node, family, words) => {
    expect(familyOf(node)).toBe(family);
    expect(describeKind(node)).toBe(words);
  });

  it('a folder is a folder whatever its name', () => {
    const folder = { kind: 'folder', name: 'trip.jpg', mimeType: null } as const;
    expect(describeKind(folder)).toBe('Folder');
  });
});
