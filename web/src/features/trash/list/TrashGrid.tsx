import { useIsNarrow } from '../../../lib/use-media-query.ts';
import { type GridColumn, GridHeader } from '../../../ui/rows/GridHeader.tsx';
import type { GridDeed } from '../../../ui/rows/grid-keys.ts';
import { RowGrid } from '../../../ui/rows/RowGrid.tsx';
import type { ListOrder } from '../../../ui/rows/selection.ts';
import type { OpenMenu } from '../menu/use-trash-menu.ts';
import type { TrashedItem } from '../use-trash.ts';
import type { TrashDeeds } from '../use-trash-deeds.ts';
import type { TrashSort, TrashSorting } from './sort-trash.ts';
import { TrashRow } from './TrashRow.tsx';

const NAME: GridColumn<TrashSort> = { by: 'name', label: 'Name' };
const FROM: GridColumn<TrashSort> = { by: 'from', label: 'Was in' };
const TRASHED: GridColumn<TrashSort> = { by: 'trashed', label: 'Moved here' };
const SIZE: GridColumn<TrashSort> = { by: 'size', label: 'Size', isNumber: true };
const WIDE = [NAME, FROM, TRASHED, SIZE];
const NARROW = [NAME, TRASHED, SIZE];

interface TrashGridProps {
  readonly items: readonly TrashedItem[];
  readonly order: ListOrder;
  readonly sorting: TrashSorting;
  readonly onSort: (by: TrashSort) => void;
  readonly deeds: TrashDeeds;
  readonly onDeed: (deed: GridDeed) => boolean;
  readonly onMenu: (id: string | null, at: OpenMenu['at']) => void;
}

/** What is in the trash, selected and walked like every list. */
export function TrashGrid({ items, sorting, onSort, deeds, ...grid }: TrashGridProps) {
  const isNarrow = useIsNarrow();
  const columns = isNarrow ? NARROW : WIDE;
  return (
    <RowGrid
      {...grid}
      label="Trash"
      names={() => items.map(({ name }) => name)}
      onOpen={(id) => deeds.restore([id])}
      // Nothing opens in the trash: a tap asks what is to become of it.
      onTap={grid.onMenu}
      header={<GridHeader {...{ columns, sorting, onSort, isNarrow }} />}
      renderRow={(place, frame) => {
        const item = items[place];
        return item === undefined ? null : (
          <TrashRow key={item.id} {...frame} {...{ item, isNarrow }} />
        );
      }}
    />
  );
}
