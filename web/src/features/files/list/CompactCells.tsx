import { familyOf } from '../../../lib/file-kind.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { Cell } from '../../../ui/rows/Cell.tsx';
import { Modified } from '../../../ui/rows/Modified.tsx';
import { MoreCell } from '../../../ui/rows/MoreCell.tsx';
import { PictureCell } from '../../../ui/rows/PictureCell.tsx';
import { KeptMark } from '../kept/KeptMark.tsx';
import { EntryMark } from './EntryMark.tsx';
import { NameOrField } from './NameOrField.tsx';
import type { RowCellsProps } from './row-cells.ts';

/** A row on a phone: the name, and below it what the columns say elsewhere. */
export function CompactCells({ entry, isSelected, isRenaming }: RowCellsProps) {
  return (
    <>
      <PictureCell family={familyOf(entry)} isSelected={isSelected} />
      <Cell className="list-row-lines">
        <NameOrField entry={entry} isRenaming={isRenaming} />
        <div className="list-row-facts">
          {entry.size === null ? null : <span>{formatBytes(entry.size)}</span>}
          <Modified at={entry.modifiedAt} />
          <EntryMark entry={entry} />
          <KeptMark id={entry.id} />
        </div>
      </Cell>
      <MoreCell name={entry.name} />
    </>
  );
}
