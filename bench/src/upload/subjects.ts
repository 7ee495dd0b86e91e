import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startSatchel } from '../support/satchel-process.ts';
import { Child } from './child.ts';
import type { LoadOrder } from './load.ts';

/** A server under measurement. */
export interface Subject {
  readonly name: string;
  readonly protocol: LoadOrder['protocol'];
  readonly origin: string;
  readonly pid: number;
  /** Removes the bytes of the last run, so that every run finds the same disk. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export const SATCHEL = 'Satchel';

const OTHERS = [
  {
    name: 'bare sink: hash, fdatasync',
    protocol: 'sink',
    program: 'sink.program.ts',
    mode: 'sync',
  },
  { name: 'bare sink: hash', protocol: 'sink', program: 'sink.program.ts', mode: 'no-sync' },
  { name: '@tus/server, file store', protocol: 'tus', program: 'tus.program.ts', mode: '' },
] as const;

/** `nodeOptions` are for Satchel alone: it is the one that can be changed. */
export async function startSubjects(
  directory: string,
  nodeOptions: readonly string[],
): Promise<Subject[]> {
  const subjects = [await startOwn(join(directory, 'satchel'), nodeOptions)];
  for (const [number, other] of OTHERS.entries()) {
    subjects.push(await startOther(join(directory, String(number)), other));
  }
  return subjects;
}

async function startOwn(home: string, nodeOptions: readonly string[]): Promise<Subject> {
  const { url, pid, stop } = await startSatchel(home, nodeOptions);
  const clear = () => clearFiles(join(home, 'chunks'));
  return { name: SATCHEL, protocol: 'satchel', origin: url, pid, clear, stop };
}

async function startOther(home: string, other: (typeof OTHERS)[number]): Promise<Subject> {
  await mkdir(home);
  const { child, ready } = await Child.start<{ origin: string }>(other.program, [home, other.mode]);
  const { name, protocol } = other;
  const clear = () => clearFiles(home);
  return { name, protocol, origin: ready.origin, pid: child.pid, clear, stop: () => child.stop() };
}

/** Removes the files and leaves the directories, which a running server relies on. */
async function clearFiles(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  await Promise.all(files.map((file) => rm(join(file.parentPath, file.name), { force: true })));
}
