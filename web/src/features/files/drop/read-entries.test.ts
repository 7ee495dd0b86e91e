import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { treeOfFiles } from './dropped-tree.ts';
import { readTransfer } from './read-entries.ts';

interface Made {
  readonly [name: string]: Made | string | null;
}

/** Entries as a browser hands them out: `null` is a file that cannot be read. */
function entry(name: string, content: Made | string | null, batchSize = 2): object {
  if (content === null || typeof content === 'string') {
    const file = (resolve: (file: File) => void, reject: (error: Error) => void) =>
      content === null ? reject(new Error('gone')) : resolve(new File([content], name));
    return { name, isFile: true, isDirectory: false, file };
  }
  const left = Object.entries(content).map(([child, inner]) => entry(child, inner, batchSize));
  const readEntries = (resolve: (batch: object[]) => void) => resolve(left.splice(0, batchSize));
  return { name, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
}

function transferOf(made: Made): DataTransfer {
  const items = Object.entries(made).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry(name, content),
  }));
  return { items: [...items, { kind: 'string' }], files: [] } as unknown as DataTransfer;
}

const paths = (tree: { files: readonly { file: File; folders: readonly string[] }[] }) =>
  tree.files.map(({ file, folders }) => [...folders, file.name].join('/'));

describe('readTransfer', () => {
  beforeEach(() => vi.stubGlobal('isSecureContext', true));
  afterEach(() => vi.unstubAllGlobals());

  it('finds every file of a folder that comes in several batches', async () => {
    const trip = { 'a.jpg': '1', 'b.jpg': '2', 'c.jpg': '3', deep: { 'd.jpg': '4' }, 'e.jpg': '5' };
    const tree = await readTransfer(transferOf({ trip, 'note.txt': 'x' }));
    expect(paths(tree)).toEqual([
      'trip/a.jpg',
      'trip/b.jpg',
      'trip/c.jpg',
      'trip/deep/d.jpg',
      'trip/e.jpg',
      'note.txt',
    ]);
  });

  it('keeps folders that hold nothing', async () => {
    const tree = await readTransfer(transferOf({ trip: { empty: {}, full: { a: '1' } } }));
    expect(tree.emptyFolders).toEqual([['trip', 'empty']]);
  });

  it('counts what cannot be read and goes on with the rest', async () => {
    const tree = await readTransfer(transferOf({ 'gone.txt': null, 'here.txt': 'x' }));
    expect(paths(tree)).toEqual(['here.txt']);
    expect(tree.unreadable).toBe(1);
  });

  it('takes files that have no entry beside those that have one', async () => {
    const picture = new File(['x'], 'image.png');
    const pasted = { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => picture };
    const items = [...transferOf({ 'note.txt': 'x' }).items, pasted];
    const tree = await readTransfer({ items, files: [] } as unknown as DataTransfer);
    expect(paths(tree)).toEqual(['note.txt', 'image.png']);
  });

  it.each([true, false])(
    'takes handles where the page is secure, and there alone: %s',
    async (is) => {
      vi.stubGlobal('isSecureContext', is);
      const getAsFileSystemHandle = vi.fn(async () => ({}) as FileSystemHandle);
      const [item] = transferOf({ 'note.txt': 'x' }).items;
      const items = [{ ...item, getAsFileSystemHandle }];
      const { files } = await readTransfer({ items, files: [] } as unknown as DataTransfer);
      expect((await files[0]?.origin) !== null).toBe(is);
      expect(getAsFileSystemHandle).toHaveBeenCalledTimes(is ? 1 : 0);
    },
  );

  it('takes plain files where the browser knows no entries', async () => {
    const files = [new File(['x'], 'pasted.png')];
    const tree = await readTransfer({ items: [], files } as unknown as DataTransfer);
    expect(paths(tree)).toEqual(['pasted.png']);
  });
});

it('a picked folder keeps its paths', () => {
  const file = new File(['x'], 'a.jpg');
  Object.defineProperty(file, 'webkitRelativePath', { value: 'trip/day 1/a.jpg' });
  expect(paths(treeOfFiles([file]))).toEqual(['trip/day 1/a.jpg']);
});
