import { randomUUID } from 'node:crypto';
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

const OTHERS_READ = 0o004;
const OTHERS_ENTER = 0o001;

/** Whether any user may run the program: it and every directory above it are open to all. */
export async function isReadableByAll(program: string): Promise<boolean> {
  const { mode } = await stat(program);
  if ((mode & (OTHERS_READ | OTHERS_ENTER)) !== (OTHERS_READ | OTHERS_ENTER)) return false;
  for (let path = dirname(program); ; path = dirname(path)) {
    if (((await stat(path)).mode & OTHERS_ENTER) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** Copies `source` to `target` so that everyone can read it. What is already there is complete, for
 *  it appears by a rename. */
export async function readableCopy(source: string, target: string): Promise<string> {
  if (await exists(target)) return target;
  const unfinished = `${target}.${randomUUID()}`;
  await makeOpenDirectory(dirname(target));
  await copyTree(source, unfinished);
  try {
    await rename(unfinished, target);
  } catch (error) {
    // Somebody else was faster, at the same work.
    if (!(await exists(target))) throw error;
    await rm(unfinished, { recursive: true });
  }
  return target;
}

async function copyTree(source: string, target: string): Promise<void> {
  await makeOpenDirectory(target);
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) await copyTree(from, to);
    else if (entry.isSymbolicLink()) await symlink(await readlink(from), to);
    else await copyReadable(from, to);
  }
}

async function copyReadable(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const isProgram = ((await stat(from)).mode & 0o100) !== 0;
  await chmod(to, isProgram ? 0o755 : 0o644);
}

async function makeOpenDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  // `mkdir` obeys the umask.
  await chmod(path, 0o755);
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
