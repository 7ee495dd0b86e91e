/** The id of the row that an event happened in, if any. Rows carry it as `data-row-id`. */
export function rowIdAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-row-id]')?.dataset.rowId ?? null;
}

/** Which part of a row was meant: its checkbox, its ⋯, or the row as a whole. */
export function rowPartAt(target: EventTarget | null): 'check' | 'more' | 'rename' | 'row' {
  if (!(target instanceof Element)) return 'row';
  const part = target.closest<HTMLElement>('[data-row-part]')?.dataset.rowPart;
  return part === 'check' || part === 'more' || part === 'rename' ? part : 'row';
}

/** Where a menu that a key asked for opens: at the row that it is about. */
export function belowRow(id: string): { x: number; y: number } {
  const row = document.querySelector(`[data-row-id="${CSS.escape(id)}"]`);
  const box = row?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + 48, y: box?.bottom ?? 0 };
}
