// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a <table> forbids
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time is in the order of Tab
import { memo } from 'react';
import { useViewStore } from '../view-store.ts';
import { CompactCells } from './CompactCells.tsx';
import type { ListEntry } from './list-entry.ts';
import { useSelectionStore } from './selection-store.ts';
import { WideCells } from './WideCells.tsx';

interface FileRowProps {
  readonly entry: ListEntry;
  readonly place: number;
  readonly top: number;
  readonly height: number;
  readonly isTabStop: boolean;
  readonly isNarrow: boolean;
  readonly canDrag: boolean;
}

export const FileRow = memo(function FileRow(props: FileRowProps) {
  const { entry, place, top, height, isTabStop, isNarrow, canDrag } = props;
  const isSelected = useSelectionStore(({ selection }) => selection.ids.has(entry.id));
  const isRenaming = useViewStore(({ renamingId }) => renamingId === entry.id);
  const isCut = useViewStore(({ cutIds }) => cutIds.has(entry.id));
  const isTarget = useViewStore(({ dropTargetId }) => dropTargetId === entry.id);
  const Cells = isNarrow ? CompactCells : WideCells;
  return (
    <div
      role="row"
      aria-label={entry.name}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      draggable={canDrag && entry.node !== null && !isRenaming}
      data-row-id={entry.id}
      data-folder-id={entry.kind === 'folder' ? entry.id : undefined}
      data-is-cut={isCut || undefined}
      data-is-target={isTarget || undefined}
      className="file-row"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <Cells entry={entry} isSelected={isSelected} isRenaming={isRenaming} />
    </div>
  );
});
