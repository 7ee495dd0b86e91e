import { familyOf } from '../../../lib/file-kind.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { FileIcon } from '../../../ui/FileIcon.tsx';
import { Cell } from '../../../ui/rows/Cell.tsx';
import { CheckCell } from '../../../ui/rows/CheckCell.tsx';
import { Modified } from '../../../ui/rows/Modified.tsx';
import { MoreCell } from '../../../ui/rows/MoreCell.tsx';
import { KeptMark } from '../kept/KeptMark.tsx';
import { EntryMark } from './EntryMark.tsx';
import { NameOrField } from './NameOrField.tsx';
import type { RowCellsProps } from './row-cells.ts';

/** A row on a wide screen: every fact in its column. */
export function WideCells({ entry, isSelected, isRenaming }: RowCellsProps) {
  return (
    <>
      <CheckCell name={entry.name} isSelected={isSelected} />
      <Cell className="list-row-name">
        <FileIcon family={familyOf(entry)} />
        <NameOrField entry={entry} isRenaming={isRenaming} />
        <EntryMark entry={entry} />
        <KeptMark id={entry.id} />
      </Cell>
      <Cell className="list-row-fact">
        <Modified at={entry.modifiedAt} />
      </Cell>
      <Cell className="list-row-fact" isNumber>
        {entry.size === null ? '–' : formatBytes(entry.size)}
      </Cell>
      <MoreCell name={entry.name} />
    </>
  );
}
