import { markdownTable, median, quantile } from '../support/report.ts';
import { SATCHEL } from './subjects.ts';

export interface Measured {
  readonly mebibytesPerSecond: number;
  readonly latenciesMs: readonly number[];
  readonly residentMebibytes: number;
}

const COLUMNS = [
  'server',
  'median MiB/s',
  'lowest–highest',
  'Satchel ÷ it',
  'p50 ms',
  'p99 ms',
  'RSS MiB',
];

/** The table for people. Rates are medians over the runs; the ratio is the median of the ratios of
 *  runs that followed each other; waiting times are over all chunks of all runs. */
export function presentTable(results: ReadonlyMap<string, readonly Measured[]>): string {
  const own = results.get(SATCHEL)?.map(rate) ?? [];
  return markdownTable(
    COLUMNS,
    [...results].map(([name, runs]) => row(name, runs, own)),
  );
}

function row(name: string, runs: readonly Measured[], own: readonly number[]): string[] {
  const rates = runs.map(rate);
  const ratios = rates.map((other, run) => (own[run] ?? Number.NaN) / other);
  const waits = runs.flatMap((run) => run.latenciesMs);
  return [
    name,
    median(rates).toFixed(0),
    `${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`,
    median(ratios).toFixed(2),
    quantile(waits, 0.5).toFixed(1),
    quantile(waits, 0.99).toFixed(1),
    Math.max(...runs.map((run) => run.residentMebibytes)).toFixed(0),
  ];
}

function rate(run: Measured): number {
  return run.mebibytesPerSecond;
}
