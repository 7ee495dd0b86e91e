import type { Origin } from '@satchel/worker/page/origins';
import { type DroppedFile, type ReadTree, treeOfFiles } from './dropped-tree.ts';

/** Reads everything that a drop or a paste brought, folders to their last leaf.
 *
 *  The entries have to be taken in the same turn as the event: afterwards the browser empties the
 *  list. So this is called first and awaited later. What cannot be read is counted, not lost in
 *  silence. */
export async function readTransfer(transfer: DataTransfer): Promise<ReadTree> {
  const roots = rootsOf(transfer);
  if (roots.length === 0) return { ...treeOfFiles([...transfer.files]), unreadable: 0 };
  const found: Found = { files: [], emptyFolders: [], unreadable: 0 };
  for (const { entry, handle } of roots) {
    if (entry instanceof File) found.files.push({ file: entry, folders: [] });
    else await readEntry({ entry, handle, folders: [], below: [] }, found);
  }
  return found;
}

interface Found {
  files: DroppedFile[];
  emptyFolders: (readonly string[])[];
  unreadable: number;
}

interface Root {
  readonly entry: FileSystemEntry | File;
  readonly handle: Promise<FileSystemHandle | null>;
}

/** An entry, the folders it goes into, and the way to it from what was dropped. */
interface Place<Entry extends FileSystemEntry = FileSystemEntry> {
  readonly entry: Entry;
  readonly handle: Root['handle'];
  readonly folders: readonly string[];
  readonly below: readonly string[];
}

type ItemWithHandle = DataTransferItem & {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
};

// A pasted picture is a file without an entry: it lies on no disk.
function rootsOf(transfer: DataTransfer): Root[] {
  return Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .flatMap((item) => {
      const entry = item.webkitGetAsEntry?.() ?? item.getAsFile();
      return entry === null ? [] : [{ entry, handle: handleOf(item) }];
    });
}

// Chromium offers handles to an insecure page too, and ends the page that takes one.
async function handleOf(item: ItemWithHandle): Promise<FileSystemHandle | null> {
  if (!isSecureContext) return null;
  return (await item.getAsFileSystemHandle?.().catch(() => null)) ?? null;
}

async function readEntry(place: Place, found: Found): Promise<void> {
  const { entry } = place;
  try {
    if (isDirectory(entry)) await readDirectory({ ...place, entry }, found);
    else if (isFile(entry)) found.files.push(await droppedFile({ ...place, entry }));
  } catch {
    found.unreadable += 1;
  }
}

async function readDirectory(
  { entry, handle, folders, below }: Place<FileSystemDirectoryEntry>,
  found: Found,
): Promise<void> {
  const reader = entry.createReader();
  const inside = [...folders, entry.name];
  let isEmpty = true;
  // A reader gives its entries in batches (100 in Chromium) until one comes empty.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) break;
    isEmpty = false;
    for (const child of batch) {
      const way = [...below, child.name];
      await readEntry({ entry: child, handle, folders: inside, below: way }, found);
    }
  }
  if (isEmpty) found.emptyFolders.push(inside);
}

async function droppedFile(place: Place<FileSystemFileEntry>): Promise<DroppedFile> {
  const { entry, handle, folders, below } = place;
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return { file, folders, origin: handle.then((known) => originAt(known, below)) };
}

function originAt(handle: FileSystemHandle | null, path: readonly string[]): Origin | null {
  return handle === null ? null : { handle, path };
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
