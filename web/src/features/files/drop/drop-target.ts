/** Where something let go of at a place on the screen would land. */
export interface DropTarget {
  readonly folderId: string;
  readonly name: string;
  /** A folder that is pointed at, rather than the one that is open. */
  readonly isPointedAt: boolean;
}

interface OpenFolder {
  readonly folderId: string;
  readonly name: string;
}

/** Rows of folders carry `data-folder-id`, steps of the path `data-crumb-id`. */
export function dropTargetAt(target: EventTarget | null, open: OpenFolder): DropTarget {
  const spot =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-folder-id], [data-crumb-id]')
      : null;
  const folderId = spot?.dataset.folderId ?? spot?.dataset.crumbId;
  if (!spot || folderId === undefined) return { ...open, isPointedAt: false };
  const name = spot.getAttribute('aria-label') ?? spot.textContent ?? '';
  return { folderId, name, isPointedAt: true };
}
