import type { Node, PathStep } from '@satchel/shared/wire/nodes';
import { createContext, useContext } from 'react';
import type { ListEntry } from '../list/list-entry.ts';

/** The folder on the screen, for what lies inside its page. */
export interface FolderOnScreen {
  readonly folderId: string;
  readonly rootFolderId: string;
  readonly name: string;
  readonly path: readonly PathStep[];
  /** There is no such folder any more, and it takes nothing. */
  readonly isGone: boolean;
  readonly entryOf: (id: string) => ListEntry | undefined;
  readonly isFolder: (id: string) => boolean;
  /** The nodes behind rows; files that are only on their way have none. */
  readonly nodesOf: (ids: readonly string[]) => readonly Node[];
  /** The names that a name may not repeat: of all in the folder but `exceptId`. */
  readonly namesBeside: (exceptId?: string) => readonly string[];
}

export const FolderContext = createContext<FolderOnScreen | null>(null);

export function useFolder(): FolderOnScreen {
  const folder = useContext(FolderContext);
  if (folder === null) throw new Error('there is no folder on the screen here');
  return folder;
}
