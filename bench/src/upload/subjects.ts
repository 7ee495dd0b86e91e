import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startSatchel } from '../support/satchel-process.ts';
import { Child } from './child.ts';
import { clearFiles } from './even-ground.ts';
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

export async function startSubjects(directory: string): Promise<Subject[]> {
  const subjects = [await startOwn(join(directory, 'satchel'))];
  for (const [number, other] of OTHERS.entries()) {
    subjects.push(await startOther(join(directory, String(number)), other));
  }
  return subjects;
}

async function startOwn(home: string): Promise<Subject> {
  const { url, pid, stop } = await startSatchel(home);
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
