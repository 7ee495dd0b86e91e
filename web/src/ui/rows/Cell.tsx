// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a <table> forbids
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, not its cells
import type { ReactNode } from 'react';

interface CellProps {
  readonly className: string;
  /** What a press in it means; see `rowPartAt`. */
  readonly part?: 'check';
  readonly isNumber?: boolean;
  readonly children: ReactNode;
}

export function Cell({ className, part, isNumber, children }: CellProps) {
  return (
    <div role="gridcell" className={className} data-row-part={part} data-is-number={isNumber}>
      {children}
    </div>
  );
}
