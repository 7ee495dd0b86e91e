import type { PathStep } from '@satchel/shared/wire/nodes';
import { useMemo, useRef } from 'react';
import { type ListOrder, listOrder } from '../../../ui/rows/selection.ts';
import type { ListEntry } from '../list/list-entry.ts';
import type { FolderOnScreen } from './folder-context.ts';

interface Known {
  readonly folderId: string;
  readonly rootFolderId: string;
  readonly path: readonly PathStep[];
  readonly isGone: boolean;
  readonly entries: readonly ListEntry[] | undefined;
  readonly order: ListOrder | undefined;
}

/** Puts together what the parts of the page ask about the folder. The answers are always those of
 *  the list now on the screen, while the object changes only with the folder and its path. */
export function useFolderOnScreen({ folderId, rootFolderId, path, isGone, ...listed }: Known) {
  const latest = useRef(listed);
  latest.current = listed;
  return useMemo((): FolderOnScreen => {
    const entries = () => latest.current.entries ?? [];
    const entryOf = (id: string) => {
      const place = (latest.current.order ?? listOrder([])).places.get(id);
      return place === undefined ? undefined : entries()[place];
    };
    return {
      folderId,
      rootFolderId,
      path,
      isGone,
      name: path.at(-1)?.name ?? '',
      entryOf,
      isFolder: (id) => entryOf(id)?.kind === 'folder',
      nodesOf: (ids) => ids.map((id) => entryOf(id)?.node ?? null).filter((node) => node !== null),
      namesBeside: (exceptId) =>
        entries()
          .filter(({ id, node }) => node !== null && id !== exceptId)
          .map(({ name }) => name),
    };
  }, [folderId, rootFolderId, path, isGone]);
}
