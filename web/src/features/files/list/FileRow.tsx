import { memo } from 'react';
import { Row, type RowFrame, useIsSelected } from '../../../ui/rows/Row.tsx';
import { useViewStore } from '../view-store.ts';
import { CompactCells } from './CompactCells.tsx';
import type { ListEntry } from './list-entry.ts';
import { WideCells } from './WideCells.tsx';

interface FileRowProps extends RowFrame {
  readonly entry: ListEntry;
  readonly isNarrow: boolean;
  readonly canDrag: boolean;
}

export const FileRow = memo(function FileRow(props: FileRowProps) {
  const { entry, isNarrow, canDrag, ...frame } = props;
  const isSelected = useIsSelected(entry.id);
  const isRenaming = useViewStore(({ renamingId }) => renamingId === entry.id);
  const isCut = useViewStore(({ cutIds }) => cutIds.has(entry.id));
  const isTarget = useViewStore(({ dropTargetId }) => dropTargetId === entry.id);
  const Cells = isNarrow ? CompactCells : WideCells;
  const extra = {
    draggable: canDrag && entry.node !== null && !isRenaming,
    'data-folder-id': entry.kind === 'folder' ? entry.id : undefined,
    'data-is-cut': isCut || undefined,
    'data-is-target': isTarget || undefined,
  };
  return (
    <Row {...frame} id={entry.id} name={entry.name} extra={extra}>
      <Cells entry={entry} isSelected={isSelected} isRenaming={isRenaming} />
    </Row>
  );
});
