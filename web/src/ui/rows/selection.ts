/** What is selected in a list, as pure steps. It knows ids and their order, never rows or nodes.
 *
 *  `anchorId` is where a range begins, `focusId` where the keyboard is; both may be selected or not. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchorId: string | null;
  readonly focusId: string | null;
}

/** Ids in the order of the screen, with the place of each. */
export interface ListOrder {
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchorId: null, focusId: null };

export function listOrder(ids: readonly string[]): ListOrder {
  return { ids, places: new Map(ids.map((id, place) => [id, place])) };
}

export function selectOnly(id: string): Selection {
  return { ids: new Set([id]), anchorId: id, focusId: id };
}

export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchorId: id, focusId: id };
}

/** Selects from the anchor to `id` and nothing else; `isAdding` keeps what was selected before. */
export function extendTo(
  selection: Selection,
  order: ListOrder,
  id: string,
  isAdding = false,
): Selection {
  const anchorId = selection.anchorId ?? selection.focusId ?? order.ids[0] ?? id;
  const from = order.places.get(anchorId) ?? 0;
  const to = order.places.get(id) ?? from;
  const range = order.ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set(isAdding ? [...selection.ids, ...range] : range), anchorId, focusId: id };
}

export function focusOnly(selection: Selection, id: string): Selection {
  return { ...selection, focusId: id };
}

export function selectAll(selection: Selection, order: ListOrder): Selection {
  return { ...selection, ids: new Set(order.ids) };
}

export function clearSelection(selection: Selection): Selection {
  return { ids: new Set(), anchorId: null, focusId: selection.focusId };
}

/** Fits a selection to a list that has changed: what is gone is no longer selected, and the focus
 *  goes to what took the place of the row it was on. */
export function fitTo(selection: Selection, before: ListOrder, after: ListOrder): Selection {
  const ids = [...selection.ids].filter((id) => after.places.has(id));
  const { anchorId } = selection;
  return {
    ids: ids.length === selection.ids.size ? selection.ids : new Set(ids),
    anchorId: anchorId !== null && after.places.has(anchorId) ? anchorId : null,
    focusId: nearest(selection.focusId, before, after),
  };
}

function nearest(id: string | null, before: ListOrder, after: ListOrder): string | null {
  if (id === null || after.places.has(id)) return id;
  const place = before.places.get(id);
  if (place === undefined) return null;
  const next = before.ids.slice(place).find((candidate) => after.places.has(candidate));
  return next ?? after.ids.at(-1) ?? null;
}
