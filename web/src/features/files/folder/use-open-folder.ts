import type { User } from '@satchel/shared/wire/users';
import { useTitle } from '../../../lib/use-title.ts';
import { listOrder } from '../../../ui/rows/selection.ts';
import { useSorting } from '../list/use-sorting.ts';
import { type FolderEntries, useFolderEntries } from './use-folder-entries.ts';
import { useFolderOnScreen } from './use-folder-on-screen.ts';
import { useFolderRefresh } from './use-folder-refresh.ts';
import { usePath } from './use-path.ts';
import { useShownOrder } from './use-shown-order.ts';

/** What was in a folder that is gone cannot be seen, and so is not selected either. */
const NOTHING: FolderEntries = { entries: [], order: listOrder([]) };

/** Everything there is to know about the folder on the screen, kept true while it is there. */
export function useOpenFolder({ id: userId, rootFolderId }: User, folderId: string) {
  const { sorting, sortBy } = useSorting(userId);
  const { freshness, askedAtMs, retry } = useFolderRefresh(folderId, sorting);
  const known = useFolderEntries(folderId, userId, sorting, askedAtMs);
  const isGone = freshness.is === 'gone';
  const listed = isGone ? NOTHING : known;
  const path = usePath(folderId, rootFolderId);
  const { entries, order } = listed ?? {};
  const folder = useFolderOnScreen({ folderId, rootFolderId, path, isGone, entries, order });
  useShownOrder(folderId, order);
  useTitle(folder.name);
  return { folder, listed, freshness, retry, sorting, sortBy };
}
