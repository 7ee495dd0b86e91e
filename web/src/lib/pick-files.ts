import type { Origin } from '@satchel/worker/page/origins';

export interface PickedFile {
  readonly file: File;
  /** Where it can be read again later; null where the browser does not say. */
  readonly origin: Origin | null;
}

export interface Picked {
  readonly files: readonly PickedFile[];
  /** How many of the files that were chosen cannot be read. */
  readonly unreadable: number;
}

// Only Chromium has it, and not on an insecure page.
interface FilePicker {
  showOpenFilePicker?(options: { multiple: boolean }): Promise<readonly FileSystemFileHandle[]>;
}

/** Lets the person choose files, or one folder with all that is in it. Empty when they choose none.
 *  To be called while a click or a key press is being handled: browsers open no picker otherwise.
 *
 *  Folders come without handles: the picker that gives one refuses to open Desktop, Documents and
 *  Downloads, which are what people want to bring first. */
export async function pickFiles(what: 'files' | 'folder'): Promise<Picked> {
  const handles = what === 'files' ? await pickHandles() : null;
  return handles === null ? pickByInput(what) : readAll(handles);
}

/** Null where there is no such picker, or it does not open. */
async function pickHandles(): Promise<readonly FileSystemFileHandle[] | null> {
  // A phone's own chooser offers the camera and the photos as well.
  if (matchMedia('(pointer: coarse)').matches) return null;
  try {
    return (await (window as FilePicker).showOpenFilePicker?.({ multiple: true })) ?? null;
  } catch (failure) {
    const isCancelled = failure instanceof DOMException && failure.name === 'AbortError';
    return isCancelled ? [] : null;
  }
}

async function readAll(handles: readonly FileSystemFileHandle[]): Promise<Picked> {
  const read = await Promise.allSettled(handles.map((handle) => handle.getFile()));
  const files = read.flatMap((result, i) => {
    const handle = handles[i];
    if (result.status === 'rejected' || handle === undefined) return [];
    return [{ file: result.value, origin: { handle, path: [] } }];
  });
  return { files, unreadable: read.length - files.length };
}

function pickByInput(what: 'files' | 'folder'): Promise<Picked> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = what === 'folder';
  return new Promise((resolve) => {
    const settle = (files: Iterable<File>) =>
      resolve({ files: Array.from(files, (file) => ({ file, origin: null })), unreadable: 0 });
    input.addEventListener('change', () => settle(input.files ?? []));
    input.addEventListener('cancel', () => settle([]));
    input.click();
  });
}
