// What the browser hands over by drop, paste or picker, as one list of files and folders.

import type { DroppedEntry } from './add-files.ts';

/** Reads a drop or a paste, folders with all that is in them. Call it within the event, not after
 *  an await: the browser empties the list when the event is over. */
export async function readDroppedEntries(transfer: DataTransfer): Promise<DroppedEntry[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const roots = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const read = await Promise.all(
    roots.map(({ entry, file }) => (entry ? readEntry(entry, []) : fileAlone(file))),
  );
  return read.flat();
}

/** Reads what a file or folder picker chose. */
export function readPickedFiles(files: Iterable<File>): DroppedEntry[] {
  return [...files].map((file) => {
    const path = file.webkitRelativePath === '' ? [file.name] : file.webkitRelativePath.split('/');
    return { kind: 'file', path, source: file };
  });
}

function fileAlone(file: File | null): DroppedEntry[] {
  return file === null ? [] : [{ kind: 'file', path: [file.name], source: file }];
}

async function readEntry(
  entry: FileSystemEntry,
  above: readonly string[],
): Promise<DroppedEntry[]> {
  const path = [...above, entry.name];
  if (isFile(entry)) return [{ kind: 'file', path, source: await fileOf(entry) }];
  if (!isDirectory(entry)) return [];
  const children: DroppedEntry[] = [{ kind: 'folder', path }];
  for (const child of await childrenOf(entry)) children.push(...(await readEntry(child, path)));
  return children;
}

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives at most a hundred entries at a time, and none when it has given all. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
