import { create } from 'zustand';
import {
  clearSelection,
  extendTo,
  fitTo,
  focusOnly,
  type ListOrder,
  listOrder,
  NOTHING_SELECTED,
  type Selection,
  selectAll,
  selectOnly,
  toggle,
} from './selection.ts';

interface SelectionState {
  readonly listId: string | null;
  readonly selection: Selection;
  readonly order: ListOrder;
}

/** Holds what is selected in the list on the screen: ids, never nodes. */
export const useSelectionStore = create<SelectionState>()(() => ({
  listId: null,
  selection: NOTHING_SELECTED,
  order: listOrder([]),
}));

// Where the keyboard was in each list, so that coming back finds the same row.
const lastFocusIds = new Map<string, string>();

/** Turns to another list, with nothing selected and the focus where it was there last. */
export function turnToList(listId: string): void {
  const { listId: leftId, selection } = useSelectionStore.getState();
  if (leftId === listId) return;
  if (leftId !== null && selection.focusId !== null) lastFocusIds.set(leftId, selection.focusId);
  const focusId = lastFocusIds.get(listId) ?? null;
  useSelectionStore.setState({
    listId,
    order: listOrder([]),
    selection: { ...NOTHING_SELECTED, focusId },
  });
}

/** Makes the next visit of the list `listId` begin on the row `nodeId`. */
export function rememberFocus(listId: string, nodeId: string): void {
  lastFocusIds.set(listId, nodeId);
}

/** Tells the order now on the screen; what is gone from it is no longer selected. */
export function showOrder(after: ListOrder): void {
  useSelectionStore.setState(({ order, selection }) => ({
    order: after,
    selection: order.ids.length === 0 ? selection : fitTo(selection, order, after),
  }));
}

function change(step: (selection: Selection, order: ListOrder) => Selection): void {
  useSelectionStore.setState(({ selection, order }) => ({ selection: step(selection, order) }));
}

export const select = {
  only: (id: string) => change(() => selectOnly(id)),
  toggle: (id: string) => change((selection) => toggle(selection, id)),
  rangeTo: (id: string, isAdding = false) =>
    change((selection, order) => extendTo(selection, order, id, isAdding)),
  focus: (id: string) => change((selection) => focusOnly(selection, id)),
  all: () => change(selectAll),
  none: () => change(clearSelection),
};

/** The selected ids in the order of the screen. */
export function selectedIds(): string[] {
  const { selection, order } = useSelectionStore.getState();
  return order.ids.filter((id) => selection.ids.has(id));
}
