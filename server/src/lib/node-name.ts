import { checkName, explainNameFault } from '@satchel/shared/names';
import { refuse } from './refuse.ts';

/** The form in which a name is stored. Refuses `invalid-name`. */
export function requireName(written: string): string {
  const result = checkName(written);
  if (result.ok) return result.name;
  const { fault } = result;
  refuse('invalid-name', { detail: explainNameFault(fault), members: { fault } });
}
