import { freeName } from '@satchel/shared/free-name';
import { nameKey } from '@satchel/shared/names';

/** `name` itself where it is free among `taken`, else the first free of "name (2)", "name (3)" … */
export function nextFreeName(name: string, taken: Iterable<string>): string {
  const keys = new Set<string>();
  for (const other of taken) keys.add(nameKey(other));
  return freeName(name, keys);
}
