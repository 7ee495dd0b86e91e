// Where the time of a chunk goes, for whoever measures. Nobody listens in production, and then a stage
// costs one look at a flag.
import { channel } from 'node:diagnostics_channel';

/** What a chunk waits for, in the order in which it does. */
export type Stage =
  | 'session'
  | 'buffer'
  | 'body'
  | 'upload'
  | 'hash'
  | 'write'
  | 'file sync'
  | 'directory sync'
  | 'record';

export interface StageTime {
  readonly stage: Stage;
  readonly ms: number;
}

export const STAGES_CHANNEL = 'satchel:stages';

const stages = channel(STAGES_CHANNEL);
const untold = () => {};

/** Begins a stage; what is returned ends it. */
export function beginStage(stage: Stage): () => void {
  if (!stages.hasSubscribers) return untold;
  const since = performance.now();
  return () => stages.publish({ stage, ms: performance.now() - since } satisfies StageTime);
}

/** A stage that lasts as long as `work`, however it ends. */
export function timed<Result>(stage: Stage, work: Promise<Result>): Promise<Result> {
  return stages.hasSubscribers ? work.finally(beginStage(stage)) : work;
}
