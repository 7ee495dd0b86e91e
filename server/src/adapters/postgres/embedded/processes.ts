import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { StartRefused } from '../../../lib/start-refused.ts';
import type { RunAs } from './run-as.ts';

export interface ProcessPlace {
  readonly cwd: string;
  readonly runAs: RunAs | undefined;
}

/** How a PostgreSQL program that is started inside `cluster` names it. Another user may not be
 *  allowed to walk the path from the root, but can always stay where it was put. */
export function clusterArgument(cluster: string, runAs: RunAs | undefined): string {
  return process.platform === 'linux' && runAs !== undefined ? '/proc/self/cwd' : cluster;
}

/** Starts a program of PostgreSQL; each line it writes to stderr goes to `hear`. In a process group
 *  of its own: Ctrl-C in a terminal is for the server, which then stops PostgreSQL last. */
export function startProgram(
  program: string,
  args: readonly string[],
  { cwd, runAs }: ProcessPlace,
  hear: (line: string) => void,
): ChildProcess {
  const { PATH, SystemRoot, TEMP } = process.env;
  const child = spawn(program, args, {
    cwd,
    ...runAs,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Nothing else of the environment: it may hold secrets, and settings of another PostgreSQL.
    env: { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' },
  });
  if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', hear);
  return child;
}

/** Runs a program to its end; throws with what it said when it fails. */
export function runTool(program: string, args: readonly string[], place: ProcessPlace) {
  const lines: string[] = [];
  return new Promise<void>((resolve, reject) => {
    const child = startProgram(program, args, place, (line) => lines.push(line));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new StartRefused(`The embedded PostgreSQL cannot be set up: ${lines.join(' ')}`));
    });
  });
}
