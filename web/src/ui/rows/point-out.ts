import { select } from './selection-store.ts';

/** Shows which row is meant. With a finger selecting is a mode of its own, in which a tap no longer
 *  opens, so there the row is only focused. */
export function pointOut(id: string): void {
  if (matchMedia('(pointer: coarse)').matches) select.focus(id);
  else select.only(id);
}
