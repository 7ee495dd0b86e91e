import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isReadableByAll, readableCopy } from './readable-copy.ts';

let directory: string;
let source: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'satchel-copy-'));
  await chmod(directory, 0o755);
  source = join(directory, 'source');
  await mkdir(join(source, 'bin'), { recursive: true });
  await writeFile(join(source, 'bin', 'program'), 'runs', { mode: 0o700 });
  await writeFile(join(source, 'library.1'), 'code', { mode: 0o600 });
  await symlink('library.1', join(source, 'library'));
  await chmod(source, 0o700);
});
afterEach(() => rm(directory, { recursive: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

it('copies a tree so that everyone can read it', async () => {
  const target = await readableCopy(source, join(directory, 'made', 'target'));
  expect(await modeOf(join(target, 'bin', 'program'))).toBe(0o755);
  expect(await modeOf(join(target, 'library.1'))).toBe(0o644);
  expect(await readFile(join(target, 'library'), 'utf8')).toBe('code');
});

it('copies once, also when several ask at the same time', async () => {
  const target = join(directory, 'target');
  await Promise.all([readableCopy(source, target), readableCopy(source, target)]);
  await readableCopy(source, target);
  expect((await readdir(directory)).sort()).toEqual(['source', 'target']);
});

it('knows what a closed directory above hides', async () => {
  const program = join(source, 'bin', 'program');
  await chmod(program, 0o755);
  expect(await isReadableByAll(program)).toBe(false);
  await chmod(source, 0o711);
  expect(await isReadableByAll(program)).toBe(true);
});
