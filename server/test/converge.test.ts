// Several devices of one person change the same tree and add files to it, with and without a network.
// Whatever they do, they end up with what the server has, and nothing is lost. A failure says how to run
// it again.
import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { DEVICES, type Step } from './converge/deed.ts';
import { Device } from './converge/device.ts';
import { Play } from './converge/play.ts';
import { expectAllKept } from './converge/promises.ts';
import { choices, steps } from './converge/steps.ts';
import { Witness } from './converge/witness.ts';
import { type Person, startWorld, type World } from './wire.ts';

const { CONVERGE_RUNS = '500', CONVERGE_SEED, CONVERGE_PATH } = process.env;
const TIMEOUT_MS = 900_000;
/** One that takes so long waits for something that never comes. */
const RUN_TIMEOUT_MS = 60_000;

let world: World;
let person: Person;
let devices: Device[];
let witness: Witness;

beforeAll(async () => {
  world = await startWorld();
  person = await world.signUp();
  witness = await Witness.of(world.deps.db, person.user.personalSpaceId);
  devices = [];
  for (let n = 0; n < DEVICES; n += 1) devices.push(await Device.of(person));
}, 60_000);
afterAll(() => world.stop(), 60_000);

it(
  'devices that were offline end up with the same tree as the server, and with every file',
  async () => {
    const property = fc.asyncProperty(steps, choices, async (taken, chosen) => {
      await witness.begin();
      for (const device of devices) await device.begin();
      const play = new Play(devices, person.user);
      await play.take(taken);
      await play.settle(chosen);
      await expectAllKept(devices, witness, person);
    });
    const ran = await fc.check(property, {
      numRuns: Number(CONVERGE_RUNS),
      timeout: RUN_TIMEOUT_MS,
      // Looking for the shortest way to fail ends in time to tell of one.
      interruptAfterTimeLimit: TIMEOUT_MS * 0.9,
      markInterruptAsFailure: true,
      ...(CONVERGE_SEED === undefined ? {} : { seed: Number(CONVERGE_SEED) }),
      ...(CONVERGE_PATH === undefined ? {} : { path: CONVERGE_PATH }),
    });
    if (ran.failed) throw failure(ran);
  },
  TIMEOUT_MS,
);

function failure(ran: fc.RunDetails<[Step[], number[]]>): Error {
  const where = `CONVERGE_SEED=${ran.seed} CONVERGE_PATH=${ran.counterexamplePath ?? ''}`;
  const again = `Run it again: ${where} npx vitest run server/test/converge.test.ts`;
  const caution =
    'What happens at the same time may take another turn: without the path it tries more.';
  const cause = ran.errorInstance;
  return new Error(`${fc.defaultReportMessage(ran)}\n\n${again}\n${caution}`, { cause });
}
