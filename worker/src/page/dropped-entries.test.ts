import { describe, expect, it } from 'vitest';
import { readDroppedEntries, readPickedFiles } from './dropped-entries.ts';

const fileEntry = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (found: (file: File) => void) => found(new File(['x'], name)),
});

/** Gives its entries a few at a time, as browsers do. */
const folderEntry = (name: string, children: object[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const left = [...children];
    return { readEntries: (found: (some: object[]) => void) => found(left.splice(0, 2)) };
  },
});

const drop = (...entries: (object | null)[]): DataTransfer =>
  ({
    items: [
      { kind: 'string' },
      ...entries.map((entry) => ({
        kind: 'file',
        webkitGetAsEntry: () => entry,
        getAsFile: () => new File(['x'], 'pasted.png'),
      })),
    ],
  }) as unknown as DataTransfer;

const shape = (entries: Awaited<ReturnType<typeof readDroppedEntries>>) =>
  entries.map((entry) => `${entry.kind} ${entry.path.join('/')}`);

describe('what was dropped', () => {
  it('is read with every folder, the empty ones too', async () => {
    const tree = folderEntry('a', [
      fileEntry('1'),
      fileEntry('2'),
      fileEntry('3'),
      folderEntry('empty', []),
      folderEntry('b', [fileEntry('4')]),
    ]);
    expect(shape(await readDroppedEntries(drop(tree, fileEntry('loose'))))).toEqual([
      'folder a',
      'file a/1',
      'file a/2',
      'file a/3',
      'folder a/empty',
      'folder a/b',
      'file a/b/4',
      'file loose',
    ]);
  });

  it('may be a picture that lies nowhere', async () => {
    expect(shape(await readDroppedEntries(drop(null)))).toEqual(['file pasted.png']);
  });

  it('fails as a whole when a file can not be read', async () => {
    const broken = {
      ...fileEntry('x'),
      file: (_found: unknown, failed: (error: Error) => void) => failed(new Error('no')),
    };
    await expect(readDroppedEntries(drop(broken))).rejects.toThrow('no');
  });
});

describe('what was picked', () => {
  it('has the path of the folder that was picked', () => {
    const inFolder = Object.assign(new File([''], '1'), { webkitRelativePath: 'a/b/1' });
    const alone = Object.assign(new File([''], '2'), { webkitRelativePath: '' });
    expect(shape(readPickedFiles([inFolder, alone]))).toEqual(['file a/b/1', 'file 2']);
  });
});
