import { useRef } from 'react';
import { addSample, rateOf, type Sample, secondsLeft } from './rate-meter.ts';
import type { TransferSummary } from './summarise-transfers.ts';

/** Seconds until everything has gone, by how fast bytes went in the last seconds; null where nobody
 *  can know. */
export function useOverallRate({ doneBytes, leftBytes, active }: TransferSummary): number | null {
  const samples = useRef<readonly Sample[]>([]);
  if (active === 0) samples.current = [];
  else if (samples.current.at(-1)?.doneBytes !== doneBytes) {
    samples.current = addSample(samples.current, { atMs: performance.now(), doneBytes });
  }
  return secondsLeft(leftBytes, rateOf(samples.current));
}
