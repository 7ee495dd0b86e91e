import type { ChangedName } from '@satchel/worker/page/add-files';
import { formatCount } from '../../../lib/format-bytes.ts';

/** Says what was added under another name than it has on the device. */
export function changedNameWords([first, ...others]: readonly ChangedName[]): string {
  if (first === undefined) return '';
  const one = `“${first.was}” was added as “${first.name}”`;
  if (others.length === 0) return `${one}: its name cannot be used here.`;
  const rest = `${formatCount(others.length)} more under other names`;
  return `${one}, and ${rest}: theirs cannot be used here.`;
}
