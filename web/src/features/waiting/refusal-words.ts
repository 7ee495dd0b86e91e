import { explainFailure } from '../../lib/explain-failure.ts';
import { formatCount } from '../../lib/format-bytes.ts';

interface Refused {
  readonly name: string;
  readonly code: string;
}

const REASONS_AT_MOST = 3;

const OWN_REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'node-gone': 'It is not there any more.',
    'node-restored': 'It was put back from the trash meanwhile.',
    'node-joined': 'A folder of that name was there, and took in what was in it.',
    'node-trashed': 'It was moved to the trash meanwhile.',
    'parent-gone': 'The folder it was to go into is not there any more.',
    'parent-trashed': 'The folder it was to go into is in the trash.',
    cycle: 'A folder cannot go inside itself: the other one was moved into it meanwhile.',
  }),
);

/** Why the server did not do it. */
export function reasonOf(code: string): string {
  return OWN_REASONS.get(code) ?? explainFailure({ code });
}

/** Says which of a deed's things were refused, and why: "3 of 240 could not be moved. …" */
export function refusalWords(
  refused: readonly Refused[],
  deedSize: number,
  notDone: string,
): string {
  const [only] = refused;
  const which =
    only !== undefined && refused.length === 1
      ? `“${only.name}”`
      : `${formatCount(refused.length)} of ${formatCount(deedSize)}`;
  return `${which} ${notDone}. ${reasonsOf(refused)}`;
}

function reasonsOf(refused: readonly Refused[]): string {
  const counts = new Map<string, number>();
  for (const { code } of refused) {
    const reason = reasonOf(code);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const reasons = [...counts].sort(([, a], [, b]) => b - a).slice(0, REASONS_AT_MOST);
  if (reasons.length === 1) return reasons[0]?.[0] ?? '';
  return reasons.map(([reason, count]) => `${formatCount(count)}: ${reason}`).join(' ');
}
