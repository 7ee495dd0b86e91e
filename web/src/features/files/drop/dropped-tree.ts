import type { Origin } from '@satchel/worker/page/origins';
import type { Picked } from '../../../lib/pick-files.ts';

/** What a person dropped, pasted or picked: files with the folders they lie in, and folders that
 *  hold nothing and would be lost otherwise. Paths are names from the top, without the file's own. */
export interface DroppedTree {
  readonly files: readonly DroppedFile[];
  readonly emptyFolders: readonly (readonly string[])[];
}

export interface DroppedFile {
  readonly file: File;
  readonly folders: readonly string[];
  /** Where it can be read again later, where the browser says so. */
  readonly origin?: Promise<Origin | null>;
}

/** A tree of which some could not be read. */
export interface ReadTree extends DroppedTree {
  readonly unreadable: number;
}

export function treeOfFiles(files: Iterable<File>): DroppedTree {
  return { files: Array.from(files, (file) => placed(file)), emptyFolders: [] };
}

export function treeOfPicked({ files, unreadable }: Picked): ReadTree {
  const known = files.map(({ file, origin }) => placed(file, Promise.resolve(origin)));
  return { files: known, emptyFolders: [], unreadable };
}

/** Of a picked folder the browser tells the way by `webkitRelativePath`. */
function placed(file: File, origin?: DroppedFile['origin']): DroppedFile {
  const folders = file.webkitRelativePath?.split('/').slice(0, -1) ?? [];
  return { file, folders, ...(origin && { origin }) };
}
