const collator = new Intl.Collator('und', { numeric: true, sensitivity: 'variant' });

/** Natural order of names: "2" before "10", letters by language rules, not by code point. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
