import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { placesAround, type Span, scrollToShow, spanInView } from './rows-in-view.ts';

interface RowsInView {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  /** The row that exists wherever the list is scrolled. */
  readonly kept: number;
}

/** Brings a row into view. */
export type ShowRow = (place: number, align: 'center' | 'nearest') => void;

// What a fling passes before its next frame.
const BEYOND = 12;
const SETTLED_AFTER_MS = 100;

/** Which rows are to exist of a list whose rows are all of one height, kept true as it is scrolled. The
 *  cost is that of the rows on the screen, however many there are. */
export function useRowsInView({ scroller, count, rowHeight, kept }: RowsInView) {
  // Enough of them in nearly every case, so that nothing is measured before the first rows are there.
  const [span, setSpan] = useState(() => spanInView(0, innerHeight, rowHeight));
  const beyond = useBeyond();

  const look = useCallback(() => {
    const list = scroller.current;
    if (list === null) return;
    const seen = spanInView(list.scrollTop, list.clientHeight, rowHeight);
    setSpan((before) => (covers(before, seen) ? before : seen));
  }, [scroller, rowHeight]);

  useLayoutEffect(() => {
    const list = scroller.current;
    if (list === null) return;
    look();
    // A frame that has been scrolled shows the rows that belong there.
    const onScroll = () => flushSync(look);
    const resizes = new ResizeObserver(look);
    list.addEventListener('scroll', onScroll, { passive: true });
    resizes.observe(list);
    return () => {
      list.removeEventListener('scroll', onScroll);
      resizes.disconnect();
    };
  }, [scroller, look]);

  const show = useCallback<ShowRow>(
    (place, align) => {
      const list = scroller.current;
      if (list === null) return;
      const { scrollTop, clientHeight } = list;
      const wished = scrollToShow(place, align, scrollTop, clientHeight, rowHeight);
      if (wished === scrollTop) return;
      list.scrollTop = wished;
      look();
    },
    [scroller, rowHeight, look],
  );

  return { places: placesAround(span, count, beyond, kept), show };
}

/** At first only what is seen is painted. */
function useBeyond(): number {
  const [beyond, setBeyond] = useState(0);
  useEffect(() => {
    const timer = setTimeout(setBeyond, SETTLED_AFTER_MS, BEYOND);
    return () => clearTimeout(timer);
  }, []);
  return beyond;
}

function covers(span: Span, seen: Span): boolean {
  return span.from === seen.from && span.to >= seen.to;
}
