import { useRef } from 'react';
import { addSample, rateOf, type Sample, secondsLeft } from './rate-meter.ts';
import { type TransferSummary, WORK_PER_FILE } from './summarise-transfers.ts';

/** Seconds until everything has gone, by how fast work was done in the last seconds; null where nobody
 *  can know. */
export function useOverallRate({ doneWork, leftWork, active }: TransferSummary): number | null {
  const samples = useRef<readonly Sample[]>([]);
  if (active === 0) samples.current = [];
  else if (samples.current.at(-1)?.done !== doneWork) {
    samples.current = addSample(samples.current, { atMs: performance.now(), done: doneWork });
  }
  // The first few bytes after a wait say nothing about what follows.
  return secondsLeft(leftWork, rateOf(samples.current, WORK_PER_FILE));
}
