const collator = new Intl.Collator('und', { numeric: true, sensitivity: 'variant' });

/** Natural order of names: "2" before "10", letters by language rules, not by code point. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

export interface KeyedName {
  readonly name: string;
  /** `nameKey(name)` */
  readonly nameKey: string | null;
}

/** Orders as `compareNames` does, for lists so long that asking the collator for every pair is slow. */
export function compareKeyed(a: KeyedName, b: KeyedName): number {
  if (a.nameKey === null || b.nameKey === null || a.nameKey === b.nameKey) {
    return compareNames(a.name, b.name);
  }
  return a.nameKey < b.nameKey ? -1 : 1;
}

const PLAIN = /^[ -~]*$/;
const NUMBER_OR_SIGN = /\d+|[^a-z]/g;
const SIGNS = [...' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'].sort(collator.compare).join('');
const ZERO = 48;
// Beyond that, what tells the length of a number would be taken for a letter.
const MOST_DIGITS = 40;

/** Text in which signs, numbers and letters, whatever their case, stand in the order of the name by
 *  their code units alone; null where only the rules of languages can tell. */
export function nameKey(name: string): string | null {
  if (!PLAIN.test(name)) return null;
  let isTooLong = false;
  const key = name.toLowerCase().replace(NUMBER_OR_SIGN, (part) => {
    const sign = SIGNS.indexOf(part);
    if (sign >= 0) return String.fromCharCode(sign);
    const digits = part.startsWith('0') ? part.replace(/^0+/, '') : part;
    isTooLong ||= digits.length > MOST_DIGITS;
    // A number with more digits is the greater one.
    return String.fromCharCode(ZERO + digits.length) + digits;
  });
  return isTooLong ? null : key;
}
