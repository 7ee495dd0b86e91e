// Loaded into the server before its own program: on "begin" it watches the stages of chunks and the
// main thread, on "end" it tells what it saw.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Profiler, Session } from 'node:inspector/promises';
import { STAGES_CHANNEL, type StageTime } from '../../../../server/src/lib/stages.ts';

export interface Watched {
  readonly profile: Profiler.Profile;
  readonly stages: readonly StageTime[];
}

const SAMPLE_EVERY_MICROSECONDS = 1000;

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_MICROSECONDS });

let stages: StageTime[] = [];
const note = (time: unknown) => stages.push(time as StageTime);

process.on('message', (order) => {
  void (order === 'begin' ? begin() : end());
});
// It is the server that decides how long the process lives.
process.channel?.unref();

async function begin(): Promise<void> {
  stages = [];
  subscribe(STAGES_CHANNEL, note);
  await session.post('Profiler.start');
  process.send?.('begun');
}

async function end(): Promise<void> {
  const { profile } = await session.post('Profiler.stop');
  unsubscribe(STAGES_CHANNEL, note);
  process.send?.({ profile, stages } satisfies Watched);
}
