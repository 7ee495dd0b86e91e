import { join } from 'node:path';
import { type SatchelProcess, startSatchel } from '../../support/satchel-process.ts';
import type { Child } from '../child.ts';
import { clearFiles, levelGround } from '../even-ground.ts';
import type { LoadReport } from '../load.ts';
import type { ProfiledRun } from './present-profile.ts';
import { between, readProcessorTime } from './processor.ts';
import type { Watched } from './profiler.program.ts';

const PROFILER = join(import.meta.dirname, 'profiler.program.ts');

export interface ProfileOrder {
  readonly directory: string;
  readonly chunks: number;
  readonly connections: number;
  readonly runs: number;
}

/** Runs the load against Satchel alone, watched from within. The first run warms up. */
export async function profileSatchel(order: ProfileOrder, load: Child): Promise<ProfiledRun[]> {
  const home = join(order.directory, 'satchel');
  const satchel = await startSatchel(home, ['--import', 'tsx', '--import', PROFILER]);
  const runs: ProfiledRun[] = [];
  try {
    for (let run = 0; run <= order.runs; run++) {
      await levelGround(order.directory, order.chunks);
      const profiled = await watch(order, load, satchel);
      if (run > 0) runs.push(profiled);
      await clearFiles(join(home, 'chunks'));
    }
  } finally {
    await satchel.stop();
  }
  return runs;
}

async function watch(
  { chunks, connections }: ProfileOrder,
  load: Child,
  { url, pid, child }: SatchelProcess,
): Promise<ProfiledRun> {
  child.send('begin');
  await child.next();
  const before = await readProcessorTime(pid);
  load.send({ protocol: 'satchel', origin: url, chunks, connections });
  const { seconds, latenciesMs } = await load.next<LoadReport>();
  const processor = between(before, await readProcessorTime(pid));
  child.send('end');
  const { profile, stages } = await child.next<Watched>();
  return { mebibytes: chunks * 4, seconds, latenciesMs, processor, profile, stages };
}
