// npm run bench -- upload [--mebibytes N] [--runs N] [--connections N] [--only NAME] [--profile]
// The server's chunk path (hashed, synced, recorded) against the least that a server could do to the
// same bytes, and against @tus/server, in turn, in one run. With --profile the server alone, and where
// its time goes.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Child } from './upload/child.ts';
import { levelGround, rotate } from './upload/even-ground.ts';
import type { LoadReport } from './upload/load.ts';
import { type Measured, presentTable } from './upload/present.ts';
import { presentProfile } from './upload/profile/present-profile.ts';
import { profileSatchel } from './upload/profile/profile-satchel.ts';
import { residentMebibytes } from './upload/resident.ts';
import { type Subject, startSubjects } from './upload/subjects.ts';

const { values } = parseArgs({
  options: {
    mebibytes: { type: 'string', default: '1024' },
    runs: { type: 'string', default: '5' },
    connections: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
    profile: { type: 'boolean', default: false },
  },
});
const chunks = Math.ceil(Number(values.mebibytes) / 4);
const connections = Number(values.connections);
const runs = Number(values.runs);

async function measure(load: Child, subject: Subject): Promise<Measured> {
  const { protocol, origin } = subject;
  load.send({ protocol, origin, chunks, connections });
  const { seconds, latenciesMs } = await load.next<LoadReport>();
  const resident = await residentMebibytes(subject.pid);
  await subject.clear();
  return { mebibytesPerSecond: (chunks * 4) / seconds, latenciesMs, residentMebibytes: resident };
}

async function compare(directory: string, load: Child): Promise<string> {
  const all = await startSubjects(directory);
  const subjects = all.filter(({ name }) => name.includes(values.only));
  const results = new Map<string, Measured[]>(subjects.map(({ name }) => [name, []]));
  try {
    // The first round warms everything up and is not counted.
    for (let run = 0; run <= runs; run++) {
      for (const subject of rotate(subjects, run)) {
        await levelGround(directory, chunks);
        const measured = await measure(load, subject);
        if (run > 0) results.get(subject.name)?.push(measured);
        const rate = measured.mebibytesPerSecond.toFixed(0);
        console.error(`${run === 0 ? 'warm-up' : `run ${run}`}: ${subject.name} ${rate} MiB/s`);
      }
    }
  } finally {
    for (const subject of all) await subject.stop();
  }
  return presentTable(results);
}

async function profile(directory: string, load: Child): Promise<string> {
  const order = { directory, chunks, connections, runs };
  return presentProfile(await profileSatchel(order, load));
}

const directory = await mkdtemp(join(tmpdir(), 'satchel-bench-upload-'));
const { child: load } = await Child.start('load.program.ts', []);
try {
  const [before = 0] = loadavg();
  const result = await (values.profile ? profile : compare)(directory, load);
  const [after = 0] = loadavg();
  console.log(`${chunks * 4} MiB in chunks of 4 MiB, ${connections} connections, ${runs} runs`);
  // Of a machine that has other things to do, only the ratios say something.
  console.log(`load of the machine: ${before.toFixed(1)} before, ${after.toFixed(1)} after\n`);
  console.log(result);
} finally {
  await load.stop();
  await rm(directory, { recursive: true, force: true });
}
