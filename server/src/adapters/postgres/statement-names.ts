import { createHash } from 'node:crypto';

// SQL of this code base is a few hundred constant texts. Past the limit texts are being composed,
// and each name would hold memory on every connection for good.
const MAX_NAMES = 500;

const names = new Map<string, string>();

/** The name under which a connection keeps `sql` parsed and planned; undefined once too many
 *  different texts were seen. */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES) return undefined;
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 24);
  names.set(sql, name);
  return name;
}
