import { splitExtension } from '@satchel/shared/derived-names';
import { checkName, explainNameFault, nameKey } from '@satchel/shared/names';
import { nextFreeName } from './next-free-name.ts';

/** What is to be said about a name while it is typed. `suggestion` is a free name like it. */
export type NameVerdict =
  | { readonly is: 'good'; readonly name: string }
  | { readonly is: 'bad'; readonly words: string }
  | { readonly is: 'taken'; readonly words: string; readonly suggestion: string };

/** `others` are the names of the siblings, without the node's own. Outer spaces are forgiven: nobody
 *  means them. */
export function judgeName(written: string, others: readonly string[]): NameVerdict {
  const checked = checkName(written.trim());
  if (!checked.ok) return { is: 'bad', words: explainNameFault(checked.fault) };
  const key = nameKey(checked.name);
  if (!others.some((other) => nameKey(other) === key)) return { is: 'good', name: checked.name };
  const suggestion = nextFreeName(checked.name, others);
  return { is: 'taken', words: `“${checked.name}” is already here.`, suggestion };
}

/** How much of a name is selected when its renaming begins: all but the extension of a file. */
export function selectedOnRename(node: { kind: 'file' | 'folder'; name: string }): number {
  return node.kind === 'file' ? splitExtension(node.name).stem.length : node.name.length;
}
