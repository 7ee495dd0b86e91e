import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Checkpoint } from '../../../test/checkpoint.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { AdvisoryTurns } from './advisory-turns.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const anotherServer = () => new AdvisoryTurns(database.address);

/** A turn that is held until the test ends it. */
async function hold(turns: AdvisoryTurns, name: string) {
  const checkpoint = new Checkpoint();
  let lost: AbortSignal | undefined;
  const taken = turns.take(name, async (signal) => {
    lost = signal;
    await checkpoint.pass();
  });
  await checkpoint.reached;
  if (lost === undefined) throw new Error('the turn was not taken');
  return { lost, end: () => checkpoint.open(), taken };
}

describe('AdvisoryTurns', () => {
  it('gives a turn to one server at a time', async () => {
    const first = await hold(anotherServer(), 'sweep');
    expect(await anotherServer().take('sweep', neverRuns)).toBe(false);
    first.end();
    expect(await first.taken).toBe(true);
    expect(await anotherServer().take('sweep', async () => {})).toBe(true);
  });

  it('does not give the same server a second turn while it has one', async () => {
    const turns = anotherServer();
    const first = await hold(turns, 'sweep');
    expect(await turns.take('sweep', neverRuns)).toBe(false);
    first.end();
    await first.taken;
  });

  it('gives turns of different names side by side', async () => {
    const first = await hold(anotherServer(), 'sweep');
    expect(await anotherServer().take('collect', async () => {})).toBe(true);
    first.end();
    await first.taken;
  });

  it('gives the turn back when the work fails', async () => {
    const failing = anotherServer().take('sweep', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await anotherServer().take('sweep', async () => {})).toBe(true);
  });

  it('tells the work when its connection is lost', async () => {
    const first = await hold(anotherServer(), 'sweep');
    const isLost = new Promise((resolve) => first.lost.addEventListener('abort', resolve));
    await database.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'satchel sweep' and datname = current_database()`,
    );
    await isLost;
    expect(first.lost.reason).toMatchObject({ code: 'storage-unavailable' });
    first.end();
    await first.taken;
  });
});

async function neverRuns(): Promise<void> {
  throw new Error('the turn is taken');
}
