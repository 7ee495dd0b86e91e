import { useEffect, useRef } from 'react';
import { useIsNarrow, useIsTouch } from '../use-media-query.ts';
import { browserBack } from './browser-back.ts';

/** While `isOpen`, the back button or gesture of a phone closes this and stays on the page. */
export function useBackCloses(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  const isNarrow = useIsNarrow();
  const isTouch = useIsTouch();
  const isLayer = isOpen && (isNarrow || isTouch);
  useEffect(() => (isLayer ? browserBack.open(() => latest.current()) : undefined), [isLayer]);
}
