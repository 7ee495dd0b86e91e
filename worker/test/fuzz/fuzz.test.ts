import { expect, it } from 'vitest';
import { FuzzRun } from './fuzz-run.ts';

const SEEDS = Number(process.env.FUZZ_SEEDS ?? 1000);
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);

it(`every file arrives whole and once, whatever is lost, repeated, reordered or killed (${SEEDS} seeds)`, async () => {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const run = new FuzzRun(seed);
    try {
      await run.run();
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
    expect(run.faults(), `seed ${seed}`).toEqual([]);
  }
}, 120_000);
