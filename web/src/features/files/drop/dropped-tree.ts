import type { Origin } from '@satchel/worker/page/origins';

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

/** From a picker of folders or files: the browser tells folders by `webkitRelativePath`. */
export function treeOfFiles(files: Iterable<File>): DroppedTree {
  const placed = Array.from(files, (file) => {
    const steps = file.webkitRelativePath?.split('/') ?? [];
    return { file, folders: steps.slice(0, -1) };
  });
  return { files: placed, emptyFolders: [] };
}
