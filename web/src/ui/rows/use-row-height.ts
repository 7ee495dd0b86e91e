import { useIsNarrow, useIsTouch } from '../../lib/use-media-query.ts';

const MOUSE_ROW_PX = 40;
const FINGER_ROW_PX = 56;

/** Every row has the same height, in CSS pixels: a finger and a row of two lines need more. */
export function useRowHeight(): number {
  const isNarrow = useIsNarrow();
  const isTouch = useIsTouch();
  return isNarrow || isTouch ? FINGER_ROW_PX : MOUSE_ROW_PX;
}
