// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a <table> forbids
// biome-ignore-all lint/a11y/useFocusableInteractive: the checkbox in it has the focus
import { Check, Minus } from 'lucide-react';
import { select, useSelectionStore } from './selection-store.ts';

/** The checkbox above the others. */
export function SelectAll() {
  const checked = useSelectionStore(({ selection: { ids }, order }) =>
    ids.size === 0 ? 'false' : ids.size < order.ids.length ? 'mixed' : 'true',
  );
  return (
    <div role="columnheader" className="list-row-check">
      <button
        type="button"
        role="checkbox"
        aria-checked={checked}
        aria-label="Select all"
        className="row-check"
        onClick={checked === 'true' ? select.none : select.all}
      >
        {checked === 'mixed' ? (
          <Minus aria-hidden size={12} strokeWidth={3} />
        ) : (
          <Check aria-hidden size={12} strokeWidth={3} />
        )}
      </button>
    </div>
  );
}
