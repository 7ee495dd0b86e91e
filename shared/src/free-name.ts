import { numberedName } from './derived-names.ts';
import { nameKey } from './names.ts';

/** `name` itself where its key is not `taken`, else the first free of "name (2)", "name (3)" … */
export function freeName(name: string, taken: { has(key: string): boolean }): string {
  if (!taken.has(nameKey(name))) return name;
  let n = 2;
  while (taken.has(nameKey(numberedName(name, n)))) n += 1;
  return numberedName(name, n);
}
