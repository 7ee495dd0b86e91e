// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a <table> forbids
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time is in the order of Tab
import type { HTMLAttributes, ReactNode } from 'react';
import { useSelectionStore } from './selection-store.ts';

/** Where a row lies in its list. */
export interface RowFrame {
  readonly place: number;
  readonly top: number;
  readonly height: number;
  readonly isTabStop: boolean;
}

interface RowProps extends RowFrame {
  readonly id: string;
  readonly name: string;
  /** What only one kind of list has: marks and what can be dragged. */
  readonly extra?: HTMLAttributes<HTMLDivElement> & Readonly<Record<`data-${string}`, unknown>>;
  readonly children: ReactNode;
}

/** One row of a `RowGrid`, named by what it stands for. */
export function Row({ id, name, place, top, height, isTabStop, extra, children }: RowProps) {
  const isSelected = useIsSelected(id);
  return (
    <div
      {...extra}
      role="row"
      aria-label={name}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-row-id={id}
      className="list-row"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {children}
    </div>
  );
}

export function useIsSelected(id: string): boolean {
  return useSelectionStore(({ selection }) => selection.ids.has(id));
}
