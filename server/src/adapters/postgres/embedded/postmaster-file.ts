import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** What a running PostgreSQL says of itself in its cluster. */
export interface PostmasterFile {
  readonly pid: number;
  readonly isReady: boolean;
}

const PID_LINE = 0;
const STATUS_LINE = 7;

export function postmasterFilePath(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFilePath(cluster), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[PID_LINE]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return { pid, isReady: lines[STATUS_LINE]?.trim() === 'ready' };
}

/** Whether process `pid` is a PostgreSQL at work in this very cluster. A number alone proves
 *  nothing: after a restart of the machine it may belong to anyone. */
export async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  try {
    return process.platform === 'linux'
      ? await worksIn(cluster, pid)
      : await mentions(cluster, pid);
  } catch {
    return false;
  }
}

async function worksIn(cluster: string, pid: number): Promise<boolean> {
  const [program, directory] = await Promise.all([
    readlink(`/proc/${pid}/exe`),
    readlink(`/proc/${pid}/cwd`),
  ]);
  // The kernel appends " (deleted)" when the file was replaced, as by an update.
  const name = basename(program).replace(/ \(deleted\)$/, '');
  return name === 'postgres' && directory === (await realpath(cluster));
}

async function mentions(cluster: string, pid: number): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', `${pid}`]);
  return stdout.includes('postgres') && stdout.includes(cluster);
}
