import type { ListEntry } from './list-entry.ts';

/** What every arrangement of a row's cells is given. */
export interface RowCellsProps {
  readonly entry: ListEntry;
  readonly isSelected: boolean;
  readonly isRenaming: boolean;
}
