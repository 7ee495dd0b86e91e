// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a <table> forbids
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time is in the order of Tab
import { ArrowDown, ArrowUp } from 'lucide-react';
import { SelectAll } from './SelectAll.tsx';
import type { Sorting } from './sorting.ts';

export interface GridColumn<By extends string> {
  readonly by: By;
  readonly label: string;
  readonly isNumber?: boolean;
}

interface GridHeaderProps<By extends string> {
  readonly columns: readonly GridColumn<By>[];
  readonly sorting: Sorting<By>;
  readonly onSort: (by: By) => void;
  readonly isNarrow: boolean;
}

/** The names of the columns, each a button that sorts by it. */
export function GridHeader<By extends string>(props: GridHeaderProps<By>) {
  const { columns, sorting, onSort, isNarrow } = props;
  const Arrow = sorting.order === 'asc' ? ArrowUp : ArrowDown;
  return (
    <div role="rowgroup" className="row-grid-head">
      <div role="row" aria-rowindex={1} className="row-grid-header">
        {isNarrow ? null : <SelectAll />}
        {columns.map(({ by, label, isNumber }) => {
          const isSorted = sorting.by === by;
          return (
            <div
              key={by}
              role="columnheader"
              aria-sort={isSorted ? (sorting.order === 'asc' ? 'ascending' : 'descending') : 'none'}
              data-is-number={isNumber}
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
