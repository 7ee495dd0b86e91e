import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const PROGRAM = join(import.meta.dirname, 'full-disk.program.ts');

interface Report {
  readonly stored: number;
  readonly refused: string[];
  readonly left: string[];
  readonly afterRoomWasMade: string;
}

/** Runs the program in a shell line that first makes room scarce. */
async function fill(directory: string, line: string): Promise<Report> {
  const { stdout } = await run('sh', ['-c', line, 'sh', process.execPath, PROGRAM, directory]);
  return JSON.parse(stdout) as Report;
}

const isMountAllowed = await run('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).then(
  () => true,
  () => false,
);

describe('a disk without room', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'satchel-full-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('refuses storage-full and leaves nothing behind where a file may not grow', async () => {
    const report = await fill(directory, 'ulimit -f 1024; exec "$1" --import tsx "$2" "$3"');
    expect(report).toMatchObject({ stored: 0, refused: ['storage-full'], left: [] });
  });

  // Only where this user may mount (Linux, as root or in a user namespace); elsewhere the limit
  // above is what stands for a full disk.
  it.runIf(isMountAllowed)(
    'refuses storage-full, leaves nothing behind, and goes on when there is room',
    async () => {
      const report = await fill(
        directory,
        `exec unshare -rm sh -c 'mount -t tmpfs -o size=10m tmpfs "$3" && exec "$1" --import tsx "$2" "$3"' sh "$@"`,
      );
      expect(report.stored).toBe(2);
      expect(new Set(report.refused)).toEqual(new Set(['storage-full']));
      expect(report.left).toHaveLength(report.stored);
      expect(report.afterRoomWasMade).toBe('stored');
    },
  );
});
