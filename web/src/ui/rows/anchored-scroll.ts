import type { ListOrder } from './selection.ts';

interface Scene {
  readonly scrollTop: number;
  readonly rowHeight: number;
}

/** How far to scroll after a list has changed so that the row `anchorId` stays where it is on the
 *  screen. What it can't know: whether there is room to scroll that far. */
export function anchoredScroll(
  scene: Scene,
  anchorId: string | null,
  before: ListOrder,
  after: ListOrder,
): number {
  const held = anchorId === null ? undefined : stillThere(anchorId, before, after);
  if (held === undefined) return scene.scrollTop;
  const was = before.places.get(held) ?? 0;
  const is = after.places.get(held) ?? 0;
  return scene.scrollTop + (is - was) * scene.rowHeight;
}

// When the anchor itself is gone, the first row after it that stayed is held instead.
function stillThere(anchorId: string, before: ListOrder, after: ListOrder): string | undefined {
  if (after.places.has(anchorId)) return anchorId;
  const place = before.places.get(anchorId);
  if (place === undefined) return undefined;
  return before.ids.slice(place).find((id) => after.places.has(id));
}

/** Where the list comes to rest so that a wish beyond its ends is met too: with empty room above or
 *  below the rows, kept for as long as the pointer is over them. */
export interface RestingPlace {
  readonly scrollTop: number;
  readonly roomAbove: number;
  readonly roomBelow: number;
}

export function restingPlace(
  wished: number,
  viewportHeight: number,
  rowsHeight: number,
): RestingPlace {
  const roomAbove = Math.max(0, -wished);
  const scrollTop = Math.max(0, wished);
  const missing = scrollTop + viewportHeight - (rowsHeight + roomAbove);
  return { scrollTop, roomAbove, roomBelow: scrollTop === 0 ? 0 : Math.max(0, missing) };
}
