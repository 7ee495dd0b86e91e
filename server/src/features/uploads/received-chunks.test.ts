import { describe, expect, it } from 'vitest';
import { Checkpoint } from '../../../test/checkpoint.ts';
import type { Tx } from '../../lib/tx.ts';
import type { ReceivedChunk } from './lease-rows.ts';
import { ReceivedChunks } from './received-chunks.ts';

const chunk = (index: number, uploadId = 'u'): ReceivedChunk => ({
  uploadId,
  index,
  hash: 'a'.repeat(64),
  size: 1,
});

/** A database that holds each transaction until the test lets it go, and then records the indexes
 *  that `stands` says have a lease. */
function gated(stands: (index: number) => boolean = () => true) {
  const batches: { indexes: number[]; checkpoint: Checkpoint; fail?: Error }[] = [];
  const tx = {
    async query(_sql: string, [uploadIds, indexes]: [string[], number[]]) {
      const rows = indexes.map((index, i) => ({ uploadId: uploadIds[i], index }));
      const batch = { indexes, checkpoint: new Checkpoint() } as (typeof batches)[number];
      batches.push(batch);
      await batch.checkpoint.pass();
      if (batch.fail !== undefined) throw batch.fail;
      return rows.filter(({ index }) => stands(index));
    },
  } as unknown as Tx;
  const received = new ReceivedChunks({ transactStatement: (work) => work(tx) });
  return { received, batches };
}

/** Until what was waiting has begun, in a turn of its own. */
const settle = async () => {
  for (let turns = 0; turns < 2; turns++) await new Promise((done) => setImmediate(done));
};

describe('ReceivedChunks', () => {
  it('records together what comes in one turn of the event loop', async () => {
    const { received, batches } = gated();
    const waiting = [0, 1].map((index) => received.record(chunk(index)));
    await Promise.resolve();
    waiting.push(received.record(chunk(2)));
    await settle();
    expect(batches.map(({ indexes }) => indexes)).toEqual([[0, 1, 2]]);
    batches[0]?.checkpoint.open();
    expect(await Promise.all(waiting)).toEqual([true, true, true]);
  });

  it('records together what comes while a transaction runs', async () => {
    const { received, batches } = gated();
    const first = received.record(chunk(0));
    await settle();
    const waiting = [1, 2, 3].map((index) => received.record(chunk(index)));
    await settle();
    expect(batches.map(({ indexes }) => indexes)).toEqual([[0]]);
    batches[0]?.checkpoint.open();
    expect(await first).toBe(true);
    await settle();
    expect(batches.map(({ indexes }) => indexes)).toEqual([[0], [1, 2, 3]]);
    batches[1]?.checkpoint.open();
    expect(await Promise.all(waiting)).toEqual([true, true, true]);
  });

  it('acknowledges nothing before its transaction has ended', async () => {
    const { received, batches } = gated();
    let isAcknowledged = false;
    const waiting = received.record(chunk(0)).then(() => {
      isAcknowledged = true;
    });
    await settle();
    expect(isAcknowledged).toBe(false);
    batches[0]?.checkpoint.open();
    await waiting;
  });

  it('tells each whether its own lease still stood', async () => {
    const { received, batches } = gated((index) => index !== 2);
    const waiting = [1, 2, 3].map((index) => received.record(chunk(index)));
    await settle();
    batches[0]?.checkpoint.open();
    expect(await Promise.all(waiting)).toEqual([true, false, true]);
  });

  it('records the same chunk for all who sent it at once', async () => {
    const { received, batches } = gated();
    const waiting = [0, 7, 7, 7].map((index) => received.record(chunk(index)));
    await settle();
    batches[0]?.checkpoint.open();
    expect(await Promise.all(waiting)).toEqual([true, true, true, true]);
  });

  it('fails those of a failed transaction alone, and goes on with the next', async () => {
    const { received, batches } = gated();
    const first = received.record(chunk(0));
    await settle();
    const second = received.record(chunk(1));
    if (batches[0] !== undefined) batches[0].fail = new Error('no database');
    batches[0]?.checkpoint.open();
    await expect(first).rejects.toThrow('no database');
    await settle();
    batches[1]?.checkpoint.open();
    expect(await second).toBe(true);
  });

  it('keeps one statement short, however many wait', async () => {
    const { received, batches } = gated();
    const waiting = Array.from({ length: 150 }, (_, index) => received.record(chunk(index)));
    for (let batch = 0; batch < 3; batch++) {
      await settle();
      batches[batch]?.checkpoint.open();
    }
    expect(await Promise.all(waiting)).toHaveLength(150);
    expect(batches.map(({ indexes }) => indexes.length)).toEqual([64, 64, 22]);
  });
});
