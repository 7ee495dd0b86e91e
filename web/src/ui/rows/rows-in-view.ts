/** The first and the last row that are on the screen, the last one not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is seen of a list whose rows are all `rowHeight` high. */
export function spanInView(scrollTop: number, viewHeight: number, rowHeight: number): Span {
  const from = Math.floor(Math.max(0, scrollTop) / rowHeight);
  return { from, to: Math.ceil(Math.max(0, scrollTop + viewHeight) / rowHeight) };
}

/** The places of the rows that are to exist: those in view, `beyond` more on either side, and `kept`,
 *  wherever that is. In order, as they are read. */
export function placesAround(span: Span, count: number, beyond: number, kept: number): number[] {
  const from = Math.max(0, span.from - beyond);
  const to = Math.min(count, span.to + beyond);
  const places = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  if (kept >= count || (kept >= from && kept < to)) return places;
  return kept < from ? [kept, ...places] : [...places, kept];
}

/** Where to scroll so that a row is in view: to its middle, or no further than it takes. */
export function scrollToShow(
  place: number,
  align: 'center' | 'nearest',
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
): number {
  const top = place * rowHeight;
  const lowest = top + rowHeight - viewHeight;
  if (align === 'center') return Math.max(0, (top + lowest) / 2);
  return Math.min(top, Math.max(lowest, scrollTop));
}
