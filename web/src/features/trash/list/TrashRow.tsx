import { memo } from 'react';
import { familyOf } from '../../../lib/file-kind.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { FileIcon } from '../../../ui/FileIcon.tsx';
import { FileName } from '../../../ui/FileName.tsx';
import { Cell } from '../../../ui/rows/Cell.tsx';
import { CheckCell } from '../../../ui/rows/CheckCell.tsx';
import { Modified } from '../../../ui/rows/Modified.tsx';
import { MoreCell } from '../../../ui/rows/MoreCell.tsx';
import { PictureCell } from '../../../ui/rows/PictureCell.tsx';
import { Row, type RowFrame, useIsSelected } from '../../../ui/rows/Row.tsx';
import type { TrashedItem } from '../use-trash.ts';

interface TrashRowProps extends RowFrame {
  readonly item: TrashedItem;
  readonly isNarrow: boolean;
}

export const TrashRow = memo(function TrashRow({ item, isNarrow, ...frame }: TrashRowProps) {
  const isSelected = useIsSelected(item.id);
  const Cells = isNarrow ? CompactCells : WideCells;
  return (
    <Row {...frame} id={item.id} name={item.name}>
      <Cells item={item} isSelected={isSelected} />
      <MoreCell name={item.name} />
    </Row>
  );
});

interface CellsProps {
  readonly item: TrashedItem;
  readonly isSelected: boolean;
}

function WideCells({ item, isSelected }: CellsProps) {
  return (
    <>
      <CheckCell name={item.name} isSelected={isSelected} />
      <Cell className="list-row-name">
        <FileIcon family={familyOf(item)} />
        <FileName name={item.name} />
      </Cell>
      <Cell className="list-row-fact">{item.folderName ?? '–'}</Cell>
      <Cell className="list-row-fact">
        {item.trashedAt === null ? '–' : <Modified at={item.trashedAt} />}
      </Cell>
      <Cell className="list-row-fact" isNumber>
        {item.size === null ? '–' : formatBytes(item.size)}
      </Cell>
    </>
  );
}

function CompactCells({ item, isSelected }: CellsProps) {
  return (
    <>
      <PictureCell family={familyOf(item)} isSelected={isSelected} />
      <Cell className="list-row-lines">
        <FileName name={item.name} />
        <div className="list-row-facts">
          {item.folderName === null ? null : <span>from {item.folderName}</span>}
          {item.trashedAt === null ? null : <Modified at={item.trashedAt} />}
          {item.size === null ? null : <span>{formatBytes(item.size)}</span>}
        </div>
      </Cell>
    </>
  );
}
