// The seeds are shared out among as many test files as this, since files run side by side.

import { expect, it } from 'vitest';
import { FuzzRun } from './fuzz-run.ts';

const PARTS = 4;
const SEEDS = Number(process.env.FUZZ_SEEDS ?? 10_000);
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);

/** Proves every fourth seed, from the `part`th on (counted from 0). */
export function proveSeeds(part: number): void {
  const seeds = Array.from({ length: SEEDS }, (_, i) => FIRST + i).filter(
    (seed) => seed % PARTS === part,
  );
  it(`every file arrives whole and once, whatever is lost, repeated, reordered or killed (${seeds.length} seeds)`, async () => {
    for (const seed of seeds) {
      const run = new FuzzRun(seed);
      try {
        await run.run();
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
      expect(run.faults(), `seed ${seed}`).toEqual([]);
    }
  }, 240_000);
}
