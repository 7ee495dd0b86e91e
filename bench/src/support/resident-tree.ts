import { readdir, readFile } from 'node:fs/promises';

const PAGE_BYTES = 4096;

interface Process {
  readonly parent: number;
  readonly command: string;
  readonly mebibytes: number;
}

/** The memory, in MiB, of a browser's own process and of all its processes that show pages or run
 *  their workers. */
export async function residentTree(browser: number): Promise<{ browser: number; pages: number }> {
  const all = new Map<number, Process>();
  for (const name of await readdir('/proc')) {
    const process = /^\d+$/.test(name) ? await read(name) : null;
    if (process !== null) all.set(Number(name), process);
  }
  const pages = [...all.entries()].filter(
    ([pid, { command }]) => command.includes('--type=renderer') && isBelow(all, pid, browser),
  );
  return {
    browser: all.get(browser)?.mebibytes ?? 0,
    pages: pages.reduce((sum, [, { mebibytes }]) => sum + mebibytes, 0),
  };
}

function isBelow(all: ReadonlyMap<number, Process>, pid: number, ancestor: number): boolean {
  for (let at = all.get(pid)?.parent; at !== undefined; at = all.get(at)?.parent) {
    if (at === ancestor) return true;
  }
  return false;
}

/** Null when it has ended meanwhile. */
async function read(pid: string): Promise<Process | null> {
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    return {
      parent: Number(parent),
      command,
      mebibytes: (Number(resident) * PAGE_BYTES) / 1024 ** 2,
    };
  } catch {
    return null;
  }
}
