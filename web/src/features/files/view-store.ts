import { create } from 'zustand';
import type { Sorting } from './list/sort-nodes.ts';

/** A window over the list. Ids only: what they name is looked up where it is shown. */
export type FilesDialog =
  | { readonly is: 'new-folder'; readonly parentId: string }
  | { readonly is: 'move'; readonly ids: readonly string[] }
  | { readonly is: 'cancel-uploads'; readonly ids: readonly string[] };

interface ViewState {
  readonly sorting: Sorting | null;
  readonly isDetailsOpen: boolean;
  /** What the details are about; null: whatever is selected. */
  readonly detailsId: string | null;
  readonly renamingId: string | null;
  readonly cutIds: ReadonlySet<string>;
  readonly draggedIds: ReadonlySet<string>;
  readonly dropTargetId: string | null;
  /** The name of the folder that files held over the window would go to. */
  readonly uploadTarget: string | null;
  readonly dialog: FilesDialog | null;
}

const NONE: ReadonlySet<string> = new Set();

/** What the screen of files needs to remember: modes and ids, never nodes. */
export const useViewStore = create<ViewState>()(() => ({
  sorting: null,
  isDetailsOpen: false,
  detailsId: null,
  renamingId: null,
  cutIds: NONE,
  draggedIds: NONE,
  dropTargetId: null,
  uploadTarget: null,
  dialog: null,
}));

const set = useViewStore.setState;

export const view = {
  openDialog: (dialog: FilesDialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  toggleDetails: () =>
    set(({ isDetailsOpen }) => ({ isDetailsOpen: !isDetailsOpen, detailsId: null })),
  openDetails: (detailsId: string | null) => set({ isDetailsOpen: true, detailsId }),
  startRenaming: (id: string) => set({ renamingId: id }),
  /** Another row may be being renamed by then: that one goes on. */
  stopRenaming: (id: string) =>
    set(({ renamingId }) => ({ renamingId: renamingId === id ? null : renamingId })),
  cut: (ids: readonly string[]) => set({ cutIds: new Set(ids) }),
  forgetCut: () => set({ cutIds: NONE }),
  drag: (ids: readonly string[]) => set({ draggedIds: new Set(ids) }),
  endDrag: () => set({ draggedIds: NONE, dropTargetId: null, uploadTarget: null }),
  aimAt: (folderId: string | null, uploadTarget: string | null = null) =>
    set({ dropTargetId: folderId, uploadTarget }),
};
