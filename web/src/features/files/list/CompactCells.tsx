import { Check } from 'lucide-react';
import { familyOf } from '../../../lib/file-kind.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { FileIcon } from '../../../ui/FileIcon.tsx';
import { Cell } from './Cell.tsx';
import { MarkIcon } from './MarkIcon.tsx';
import { Modified } from './Modified.tsx';
import { NameOrField } from './NameOrField.tsx';
import type { RowCellsProps } from './row-cells.ts';
import { MoreCell } from './WideCells.tsx';

/** A row on a phone: the name, and below it what the columns say elsewhere. */
export function CompactCells({ entry, isSelected, isRenaming }: RowCellsProps) {
  return (
    <>
      <Cell className="file-row-picture" part="check">
        {isSelected ? (
          <span className="file-row-tick">
            <Check aria-hidden size={16} strokeWidth={2.5} />
          </span>
        ) : (
          <FileIcon family={familyOf(entry)} size={26} />
        )}
      </Cell>
      <Cell className="file-row-lines">
        <NameOrField entry={entry} isRenaming={isRenaming} />
        <div className="file-row-facts">
          {entry.size === null ? null : <span>{formatBytes(entry.size)}</span>}
          <Modified at={entry.modifiedAt} />
          {entry.mark === null ? null : <MarkIcon mark={entry.mark} />}
        </div>
      </Cell>
      <MoreCell name={entry.name} />
    </>
  );
}
