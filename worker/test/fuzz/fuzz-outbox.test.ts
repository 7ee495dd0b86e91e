import { expect, it } from 'vitest';
import { FuzzOutbox } from './fuzz-outbox.ts';

const SEEDS = Number(process.env.FUZZ_SEEDS ?? 500);
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);

it(`the outbox never rests with something to send, and sends nothing before its time (${SEEDS} seeds)`, async () => {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const run = new FuzzOutbox(seed);
    await run.run();
    expect(run.faults, `seed ${seed}`).toEqual([]);
  }
}, 240_000);
