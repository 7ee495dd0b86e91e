// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a <table> forbids
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time is in the order of Tab
import type { Sort } from '@satchel/shared/wire/nodes';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { SelectAll } from '../../../ui/rows/SelectAll.tsx';
import type { Sorting } from './sort-nodes.ts';

const COLUMNS: readonly { readonly by: Sort; readonly label: string }[] = [
  { by: 'name', label: 'Name' },
  { by: 'modified', label: 'Modified' },
  { by: 'size', label: 'Size' },
];

interface FileGridHeaderProps {
  readonly sorting: Sorting;
  readonly onSort: (by: Sort) => void;
  readonly isNarrow: boolean;
}

/** The names of the columns, each a button that sorts by it. */
export function FileGridHeader({ sorting, onSort, isNarrow }: FileGridHeaderProps) {
  const Arrow = sorting.order === 'asc' ? ArrowUp : ArrowDown;
  return (
    <div role="rowgroup" className="row-grid-head">
      <div role="row" aria-rowindex={1} className="row-grid-header">
        {isNarrow ? null : <SelectAll />}
        {COLUMNS.map(({ by, label }) => {
          const isSorted = sorting.by === by;
          return (
            <div
              key={by}
              role="columnheader"
              aria-sort={isSorted ? (sorting.order === 'asc' ? 'ascending' : 'descending') : 'none'}
              data-column={by}
              className="row-grid-column"
            >
              <button type="button" className="sort-button" onClick={() => onSort(by)}>
                {label}
                {isSorted ? <Arrow aria-hidden size={14} /> : null}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
