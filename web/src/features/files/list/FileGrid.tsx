import type { Sort } from '@satchel/shared/wire/nodes';
import { useIsTouch } from '../../../lib/use-media-query.ts';
import { type GridColumn, GridHeader } from '../../../ui/rows/GridHeader.tsx';
import type { GridDeed } from '../../../ui/rows/grid-keys.ts';
import { RowGrid } from '../../../ui/rows/RowGrid.tsx';
import type { ListOrder } from '../../../ui/rows/selection.ts';
import { FileRow } from './FileRow.tsx';
import type { ListEntry } from './list-entry.ts';
import type { Sorting } from './sort-nodes.ts';
import { useRowDrag } from './use-row-drag.ts';
import './file-row.css';

const COLUMNS: readonly GridColumn<Sort>[] = [
  { by: 'name', label: 'Name' },
  { by: 'modified', label: 'Modified' },
  { by: 'size', label: 'Size', isNumber: true },
];

interface FileGridProps {
  readonly entries: readonly ListEntry[];
  readonly order: ListOrder;
  readonly sorting: Sorting;
  readonly isNarrow: boolean;
  readonly onSort: (by: Sort) => void;
  readonly onOpen: (id: string) => void;
  readonly onTap: (id: string, at: { x: number; y: number }) => void;
  readonly onDeed: (deed: GridDeed) => boolean;
  readonly onMenu: (id: string | null, at: { x: number; y: number }) => void;
}

/** The list of a folder. */
export function FileGrid({ entries, sorting, isNarrow, onSort, ...grid }: FileGridProps) {
  // Where a finger points, a long press selects: it must not begin a drag.
  const canDrag = !useIsTouch();
  const drag = useRowDrag(entries, grid.order);
  return (
    <RowGrid
      {...grid}
      label="Files"
      names={() => entries.map(({ name }) => name)}
      drag={drag}
      header={<GridHeader columns={COLUMNS} {...{ sorting, onSort, isNarrow }} />}
      renderRow={(place, frame) => {
        const entry = entries[place];
        return entry === undefined ? null : (
          <FileRow key={entry.id} {...frame} {...{ entry, isNarrow, canDrag }} />
        );
      }}
    />
  );
}
