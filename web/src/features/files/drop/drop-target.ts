/** Where something let go of at a place on the screen would land. */
export type DropTarget =
  | {
      readonly is: 'folder';
      readonly folderId: string;
      readonly name: string;
      /** A folder that is pointed at, rather than the one that is open. */
      readonly isPointedAt: boolean;
    }
  | { readonly is: 'trash' };

interface OpenFolder {
  readonly folderId: string;
  readonly rootFolderId: string;
  readonly name: string;
}

const SPOTS = '[data-folder-id], [data-crumb-id], [data-drop-place]';

/** What is pointed at. Rows of folders carry `data-folder-id`, steps of the path `data-crumb-id`, the
 *  places of the frame `data-drop-place`. */
export function spotAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(SPOTS) : null;
}

export function dropTargetAt(spot: HTMLElement | null, open: OpenFolder): DropTarget {
  const { folderId = spot?.dataset.crumbId, dropPlace } = spot?.dataset ?? {};
  if (dropPlace === 'trash') return { is: 'trash' };
  const name = spot?.getAttribute('aria-label') ?? spot?.textContent ?? '';
  const id = dropPlace === 'files' ? open.rootFolderId : folderId;
  if (id !== undefined) return { is: 'folder', folderId: id, name, isPointedAt: true };
  return { is: 'folder', folderId: open.folderId, name: open.name, isPointedAt: false };
}

/** Whether files may be let go of there: not in the trash, and not in an open folder that is gone. */
export function takesFiles(target: DropTarget, { isGone }: { readonly isGone: boolean }): boolean {
  return target.is === 'folder' && (target.isPointedAt || !isGone);
}

/** Whether rows may be let go of there: not where they are already, and not in themselves. */
export function takesRows(
  target: DropTarget,
  ids: ReadonlySet<string>,
  openFolderId: string,
): boolean {
  if (ids.size === 0) return false;
  if (target.is === 'trash') return true;
  return target.isPointedAt && target.folderId !== openFolderId && !ids.has(target.folderId);
}
