import { Ellipsis } from 'lucide-react';
import { familyOf } from '../../../lib/file-kind.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { FileIcon } from '../../../ui/FileIcon.tsx';
import { Cell } from './Cell.tsx';
import { CheckCell } from './CheckCell.tsx';
import { MarkIcon } from './MarkIcon.tsx';
import { Modified } from './Modified.tsx';
import { NameOrField } from './NameOrField.tsx';
import type { RowCellsProps } from './row-cells.ts';

/** A row on a wide screen: every fact in its column. */
export function WideCells({ entry, isSelected, isRenaming }: RowCellsProps) {
  return (
    <>
      <CheckCell name={entry.name} isSelected={isSelected} />
      <Cell className="file-row-name">
        <FileIcon family={familyOf(entry)} />
        <NameOrField entry={entry} isRenaming={isRenaming} />
        {entry.mark === null ? null : <MarkIcon mark={entry.mark} />}
      </Cell>
      <Cell className="file-row-modified">
        <Modified at={entry.modifiedAt} />
      </Cell>
      <Cell className="file-row-size">{entry.size === null ? '–' : formatBytes(entry.size)}</Cell>
      <MoreCell name={entry.name} />
    </>
  );
}

/** The button that opens the same menu as a right click. */
export function MoreCell({ name }: { readonly name: string }) {
  return (
    <Cell className="file-row-more">
      <button
        type="button"
        tabIndex={-1}
        data-row-part="more"
        aria-label={`More for ${name}`}
        aria-haspopup="menu"
        className="row-button"
      >
        <Ellipsis aria-hidden size={18} />
      </button>
    </Cell>
  );
}
