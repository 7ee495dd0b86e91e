import { useChangeMarksStore } from '../../../lib/change-marks-store.ts';
import type { ListEntry } from './list-entry.ts';
import { MarkIcon } from './MarkIcon.tsx';

/** What there is to say of a row: of its upload first, then of what was done to it. */
export function EntryMark({ entry }: { readonly entry: ListEntry }) {
  const change = useChangeMarksStore(({ marks }) => marks.get(entry.id));
  const mark = entry.mark ?? change;
  return mark === undefined ? null : <MarkIcon mark={mark} />;
}
