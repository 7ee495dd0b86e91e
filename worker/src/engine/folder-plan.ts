// Turns a dropped tree into folders to create, parents first, and files that name their folder.

export type TreeEntry<Source> =
  | { readonly kind: 'folder'; readonly path: readonly string[] }
  /** `path` ends with the file's own name. */
  | { readonly kind: 'file'; readonly path: readonly string[]; readonly source: Source };

export interface PlannedFolder {
  readonly id: string;
  readonly parentId: string;
  readonly name: string;
}

export interface PlannedFile<Source> {
  readonly folderId: string;
  readonly name: string;
  readonly source: Source;
}

export interface TreePlan<Source> {
  readonly folders: readonly PlannedFolder[];
  readonly files: readonly PlannedFile<Source>[];
}

/** The ids of folders that are there already, by `pathKey`: what is dropped merges into them. */
export type KnownFolders = ReadonlyMap<string, string>;

export function pathKey(path: readonly string[]): string {
  return path.join('/');
}

/** Every folder on the way to an entry is planned once, so empty folders and folders that only
 *  appear within paths come out alike. Ids are chosen here: the plan works offline as it is. */
export function planTree<Source>(
  entries: readonly TreeEntry<Source>[],
  targetFolderId: string,
  newId: () => string,
  there: KnownFolders = new Map(),
): TreePlan<Source> {
  const folders = new Map<string, PlannedFolder>();
  const files: PlannedFile<Source>[] = [];
  for (const entry of entries) {
    if (entry.kind === 'folder') folderAt(entry.path);
    else files.push(fileIn(folderAt(entry.path.slice(0, -1)), entry.path, entry.source));
  }
  return { folders: [...folders.values()], files };

  function folderAt(path: readonly string[]): string {
    const name = path.at(-1);
    if (name === undefined) return targetFolderId;
    const key = pathKey(path);
    const known = there.get(key) ?? folders.get(key)?.id;
    if (known !== undefined) return known;
    const parentId = folderAt(path.slice(0, -1));
    const folder = { id: newId(), parentId, name };
    folders.set(key, folder);
    return folder.id;
  }
}

function fileIn<Source>(
  folderId: string,
  path: readonly string[],
  source: Source,
): PlannedFile<Source> {
  return { folderId, name: path.at(-1) ?? '', source };
}
