import { explainFailure } from '../explain-failure.ts';
import { formatCount } from '../format-bytes.ts';

interface Refused {
  readonly id: string;
  readonly error: unknown;
}

const REASONS_AT_MOST = 3;

/** Says how many of a deed's things were refused, and why. `notDone` follows them: "could not be
 *  moved to the trash". A deed to one thing needs no more than the reason. */
export function refusalWords(
  refused: readonly Refused[],
  things: readonly { readonly id: string; readonly name: string }[],
  notDone: string,
): string {
  const reasons = reasonsOf(refused);
  if (things.length === 1) return reasons;
  const [only] = refused;
  const name = things.find(({ id }) => id === only?.id)?.name;
  const isOne = refused.length === 1 && name !== undefined;
  const which = isOne
    ? `“${name}”`
    : `${formatCount(refused.length)} of ${formatCount(things.length)}`;
  return `${which} ${notDone}. ${reasons}`;
}

function reasonsOf(refused: readonly Refused[]): string {
  const counts = new Map<string, number>();
  for (const { error } of refused) {
    const reason = explainFailure(error);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const reasons = [...counts].sort(([, a], [, b]) => b - a).slice(0, REASONS_AT_MOST);
  if (reasons.length === 1) return reasons[0]?.[0] ?? '';
  return reasons.map(([reason, count]) => `${formatCount(count)}: ${reason}`).join(' ');
}
