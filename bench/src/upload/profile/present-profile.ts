import type { Stage } from '../../../../server/src/lib/stages.ts';
import { markdownTable, median, quantile } from '../../support/report.ts';
import { type Cause, sumByCause } from './cpu-profile.ts';
import type { ProcessorTime } from './processor.ts';
import type { Watched } from './profiler.program.ts';

/** One run under watch. */
export interface ProfiledRun extends Watched {
  readonly mebibytes: number;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
  readonly processor: ProcessorTime;
}

const STAGES: Readonly<Record<Stage, string>> = {
  session: 'session looked up',
  buffer: 'buffer lent',
  body: 'body received',
  upload: 'upload looked up, beyond the body',
  hash: 'hashed',
  write: 'file made and written',
  'file sync': 'file: fdatasync',
  'directory sync': 'directory: fsync, shared (beside the file’s)',
  record: 'recorded: one commit, shared',
};

export function presentProfile(runs: readonly ProfiledRun[]): string {
  return [presentStages(runs), presentMainThread(runs), presentProcessor(runs)].join('\n\n');
}

function presentStages(runs: readonly ProfiledRun[]): string {
  const whole = runs.flatMap(({ latenciesMs }) => latenciesMs);
  const stages = Object.entries(STAGES).map(([stage, name]) => {
    const times = runs.flatMap((run) => run.stages.filter((time) => time.stage === stage));
    return [name, times.map(({ ms }) => ms)] as const;
  });
  const rows = [...stages, ['**sent to acknowledged**, as the client sees it', whole] as const];
  return markdownTable(
    ['stage of a chunk', 'p50 ms', 'p99 ms', 'mean ms', 'of the whole'],
    rows.map(([name, times]) => [
      name,
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.99).toFixed(1),
      mean(times).toFixed(1),
      percent(mean(times) / mean(whole)),
    ]),
  );
}

function presentMainThread(runs: readonly ProfiledRun[]): string {
  const sums = new Map<Cause, number>();
  for (const run of runs) {
    for (const [cause, ms] of sumByCause(run.profile)) sums.set(cause, (sums.get(cause) ?? 0) + ms);
  }
  const all = [...sums.values()].reduce((total, ms) => total + ms, 0);
  const rows = [...sums].sort(([, a], [, b]) => b - a);
  const chunks = runs.reduce((total, run) => total + run.latenciesMs.length, 0);
  return markdownTable(
    ['main thread of the server', 'of the time', 'ms a chunk'],
    rows.map(([cause, ms]) => [cause, percent(ms / all), (ms / chunks).toFixed(2)]),
  );
}

function presentProcessor(runs: readonly ProfiledRun[]): string {
  const perGibibyte = (pick: (time: ProcessorTime) => number) =>
    median(runs.map((run) => (pick(run.processor) * 1.024) / run.mebibytes)).toFixed(2);
  const idle = median(runs.map(({ processor: p }) => p.idleMs / (p.idleMs + p.busyMs)));
  return markdownTable(
    ['processor', 'median'],
    [
      ['the server, seconds a GiB', perGibibyte((time) => time.ownMs)],
      ['PostgreSQL, seconds a GiB', perGibibyte((time) => time.belowMs)],
      ['all else on the machine, seconds a GiB', perGibibyte(othersMs)],
      ['of the machine idle', percent(idle)],
    ],
  );
}

function othersMs({ busyMs, ownMs, belowMs }: ProcessorTime): number {
  return busyMs - ownMs - belowMs;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
