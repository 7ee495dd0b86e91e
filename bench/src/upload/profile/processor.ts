// Processor time as Linux counts it, in the clock ticks of /proc: a hundredth of a second each.
import { readdir, readFile } from 'node:fs/promises';

const TICK_MS = 10;

interface ProcessTime {
  readonly pid: number;
  readonly parent: number;
  readonly ms: number;
}

/** What has been used so far. */
export interface ProcessorTime {
  readonly ownMs: number;
  /** By the processes below it: PostgreSQL. */
  readonly belowMs: number;
  /** By the whole machine, and what it did not use. */
  readonly busyMs: number;
  readonly idleMs: number;
}

export async function readProcessorTime(pid: number): Promise<ProcessorTime> {
  const processes = await readProcesses();
  const below = descendants(processes, pid);
  const own = processes.find((process) => process.pid === pid);
  return { ownMs: own?.ms ?? 0, belowMs: sum(below.map(({ ms }) => ms)), ...(await readMachine()) };
}

export function between(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return {
    ownMs: after.ownMs - before.ownMs,
    belowMs: after.belowMs - before.belowMs,
    busyMs: after.busyMs - before.busyMs,
    idleMs: after.idleMs - before.idleMs,
  };
}

async function readProcesses(): Promise<ProcessTime[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = pids.map(async (pid) => parseStat(await readFile(`/proc/${pid}/stat`, 'utf8')));
  // One that ended since it was listed has nothing to tell.
  const all = await Promise.allSettled(read);
  return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** proc(5): the name in parentheses may hold anything; `utime`, `stime` and those of children that
 *  were waited for are fields 14 to 17. */
export function parseStat(stat: string): ProcessTime {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = sum(fields.slice(11, 15).map(Number));
  return { pid: Number.parseInt(stat, 10), parent: Number(fields[1]), ms: ticks * TICK_MS };
}

function descendants(processes: readonly ProcessTime[], pid: number): ProcessTime[] {
  const children = processes.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child, ...descendants(processes, child.pid)]);
}

async function readMachine(): Promise<{ busyMs: number; idleMs: number }> {
  const [line = ''] = (await readFile('/proc/stat', 'utf8')).split('\n', 1);
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
  // Waiting for the disk counts as idle: somebody else could have used it.
  const idle = sum(ticks.slice(3, 5));
  return { busyMs: (sum(ticks) - idle) * TICK_MS, idleMs: idle * TICK_MS };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
