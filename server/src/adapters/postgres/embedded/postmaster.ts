import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../../lib/log.ts';
import { StartRefused } from '../../../lib/start-refused.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { clusterArgument, type ProcessPlace, startProgram } from './processes.ts';
import { stopProcess } from './stop-process.ts';

export interface PostmasterInput {
  readonly program: string;
  readonly cluster: string;
  readonly runAs: ProcessPlace['runAs'];
  readonly settings: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** A PostgreSQL that runs. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when it and its children have ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 10;
const REMEMBERED_LINES = 5;

/** Starts PostgreSQL and waits until it takes connections, which after a crash is when it has
 *  recovered. Throws with its last words when it ends before that. */
export async function startPostmaster(input: PostmasterInput): Promise<Postmaster> {
  const lastWords: string[] = [];
  const child = startProgram(
    input.program,
    ['-D', clusterArgument(input.cluster, input.runAs), ...settingArguments(input.settings)],
    { cwd: input.cluster, runAs: input.runAs },
    (line) => {
      lastWords.splice(0, lastWords.length - REMEMBERED_LINES + 1);
      lastWords.push(line);
      tell(input.log, line);
    },
  );
  let isAlive = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => (isAlive = false));
    child.once('close', () => resolve());
    child.once('error', (error) => {
      lastWords.push(error.message);
      isAlive = false;
      resolve();
    });
  });
  const pid = child.pid ?? 0;
  while (isAlive && !(await isReady(input.cluster, pid))) await delay(POLL_MS);
  if (!isAlive) {
    await ended;
    throw new StartRefused(`The embedded PostgreSQL does not start: ${lastWords.join(' ')}`);
  }
  return { pid, ended, stop: () => stopProcess(pid, async () => isAlive) };
}

async function isReady(cluster: string, pid: number): Promise<boolean> {
  const file = await readPostmasterFile(cluster);
  return file?.pid === pid && file.isReady;
}

function settingArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function tell(log: Log, line: string): void {
  if (/^(FATAL|PANIC)/.test(line)) log.warn({ line }, 'PostgreSQL reports');
  else log.debug({ line }, 'PostgreSQL reports');
}
