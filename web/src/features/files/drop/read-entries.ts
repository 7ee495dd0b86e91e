import { type DroppedFile, type DroppedTree, treeOfFiles } from './dropped-tree.ts';

/** Reads everything that a drop or a paste brought, folders to their last leaf.
 *
 *  The entries have to be taken in the same turn as the event: afterwards the browser empties the
 *  list. So this is called first and awaited later. What cannot be read is counted, not lost in
 *  silence. */
export async function readTransfer(transfer: DataTransfer): Promise<ReadTree> {
  const roots = rootsOf(transfer);
  if (roots.length === 0) return { ...treeOfFiles([...transfer.files]), unreadable: 0 };
  const found: Found = { files: [], emptyFolders: [], unreadable: 0 };
  for (const root of roots) {
    if (root instanceof File) found.files.push({ file: root, folders: [] });
    else await readEntry(root, [], found);
  }
  return found;
}

export interface ReadTree extends DroppedTree {
  readonly unreadable: number;
}

interface Found {
  files: DroppedFile[];
  emptyFolders: (readonly string[])[];
  unreadable: number;
}

// A pasted picture is a file without an entry: it lies on no disk.
function rootsOf(transfer: DataTransfer): (FileSystemEntry | File)[] {
  return Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile())
    .filter((root) => root !== null);
}

async function readEntry(
  entry: FileSystemEntry,
  folders: readonly string[],
  found: Found,
): Promise<void> {
  try {
    if (isDirectory(entry)) await readDirectory(entry, [...folders, entry.name], found);
    else if (isFile(entry)) found.files.push({ file: await fileOf(entry), folders });
  } catch {
    found.unreadable += 1;
  }
}

async function readDirectory(
  directory: FileSystemDirectoryEntry,
  folders: readonly string[],
  found: Found,
): Promise<void> {
  const reader = directory.createReader();
  let isEmpty = true;
  // A reader gives its entries in batches (100 in Chromium) until one comes empty.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) break;
    isEmpty = false;
    for (const entry of batch) await readEntry(entry, folders, found);
  }
  if (isEmpty) found.emptyFolders.push(folders);
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
