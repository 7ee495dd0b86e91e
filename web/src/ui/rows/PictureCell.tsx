import { Check } from 'lucide-react';
import type { FileFamily } from '../../lib/file-kind.ts';
import { FileIcon } from '../FileIcon.tsx';
import { Cell } from './Cell.tsx';

interface PictureCellProps {
  readonly family: FileFamily;
  readonly isSelected: boolean;
}

/** The picture of a row on a phone: a tap on it selects, and it shows that by a tick. */
export function PictureCell({ family, isSelected }: PictureCellProps) {
  return (
    <Cell className="list-row-picture" part="check">
      {isSelected ? (
        <span className="list-row-tick">
          <Check aria-hidden size={16} strokeWidth={2.5} />
        </span>
      ) : (
        <FileIcon family={family} size={26} />
      )}
    </Cell>
  );
}
