import { numberedName } from '@satchel/shared/derived-names';
import { nameKey } from '@satchel/shared/names';

/** `name` itself where it is free among `taken`, else the first free of "name (2)", "name (3)" … */
export function nextFreeName(name: string, taken: Iterable<string>): string {
  const keys = new Set<string>();
  for (const other of taken) keys.add(nameKey(other));
  if (!keys.has(nameKey(name))) return name;
  let n = 2;
  while (keys.has(nameKey(numberedName(name, n)))) n += 1;
  return numberedName(name, n);
}
