// biome-ignore-all lint/a11y/useSemanticElements: a native box would tick itself before the list decides
import { Check } from 'lucide-react';
import { Cell } from './Cell.tsx';

interface CheckCellProps {
  readonly name: string;
  readonly isSelected: boolean;
}

/** The checkbox of a row. The list itself acts on the click, so that Shift makes a range; the keys
 *  for it are Space and Shift+Space on the row. */
export function CheckCell({ name, isSelected }: CheckCellProps) {
  return (
    <Cell className="list-row-check" part="check">
      <button
        type="button"
        role="checkbox"
        aria-checked={isSelected}
        aria-label={`Select ${name}`}
        tabIndex={-1}
        className="row-check"
      >
        {isSelected ? <Check aria-hidden size={12} strokeWidth={3} /> : null}
      </button>
    </Cell>
  );
}
