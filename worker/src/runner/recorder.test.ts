import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, settled } from '../../test/manual-clock.ts';
import { aRow } from '../../test/uploads.ts';
import type { UploadRow } from '../local/rows.ts';
import { type Note, settleNotes } from '../local/settle-notes.ts';
import type { Arrival } from './ports.ts';
import { type Hand, Recorder } from './recorder.ts';

let clock: ManualClock;
let rows: Map<string, UploadRow>;
let writes: Note[][];
let arrivals: Arrival[];
let failure: Error | null;
let recorder: Recorder;
let hand: Hand;

const ROW = aRow({ stagedChunks: 3, hashedChunks: 3, state: 'uploading', session: 's' });

beforeEach(() => {
  clock = new ManualClock();
  rows = new Map([[ROW.id, ROW]]);
  writes = [];
  arrivals = [];
  failure = null;
  const recordNotes = async (userId: string, notes: readonly Note[], now: number) => {
    if (failure) throw failure;
    writes.push([...notes]);
    const found = [...rows.values()];
    const keys = notes.flatMap((n) => n.chunks.map((i): [string, number] => [n.uploadId, i]));
    const settledNotes = settleNotes(userId, found, notes, keys, now);
    for (const [id, row] of settledNotes.rows) rows.set(id, row);
    return settledNotes.rows;
  };
  const deps = {
    clock,
    store: { recordNotes },
    onArrivals: (some: readonly Arrival[]) => void arrivals.push(...some),
  };
  recorder = new Recorder(deps, 'ada');
  hand = recorder.take({ upload: ROW, freshAt: 0, onlyChunk: null, turn: 0 });
});

const ack = (index: number) =>
  recorder.note(hand, { type: 'acked', chunks: 1, bytes: 4, isExisting: false, at: 0 }, [index]);

describe('the recorder', () => {
  it('writes at most four times a second, whatever happens', async () => {
    ack(0);
    await clock.advance(0);
    expect(writes).toHaveLength(1);
    ack(1);
    await clock.advance(100);
    ack(2);
    await clock.advance(149);
    expect(writes).toHaveLength(1);
    await clock.advance(1);
    expect(writes.map((notes) => notes.length)).toEqual([1, 2]);
  });

  it('knows in hand what is not written yet', () => {
    ack(0);
    expect(hand.upload.ackedChunks).toBe(1);
    expect(rows.get('u1')?.ackedChunks).toBe(0);
    expect(recorder.holds('u1')).toBe(true);
  });

  it('holds what is released until it is written', async () => {
    ack(0);
    recorder.release(hand);
    expect(recorder.holds('u1')).toBe(true);
    await clock.advance(300);
    expect(recorder.holds('u1')).toBe(false);
  });

  it('gives what to do next', () => {
    expect(ack(0)).toEqual(['send']);
    ack(1);
    expect(ack(2)).toEqual(['complete']);
  });

  it('stops what was held by somebody else, and keeps what they did', async () => {
    rows.set('u1', { ...ROW, state: 'paused' });
    ack(0);
    await clock.advance(300);
    expect(hand.stop.signal.aborted).toBe(true);
    expect(hand.upload).toMatchObject({ state: 'paused', ackedChunks: 1 });
  });

  it('stops what was taken off the queue', async () => {
    rows.delete('u1');
    const reread = recorder.reread();
    await clock.advance(300);
    await reread;
    expect(hand.stop.signal.aborted).toBe(true);
  });

  it('learns what others staged, without losing what it knows itself', async () => {
    rows.set('u1', { ...ROW, totalChunks: 5, stagedChunks: 4 });
    const reread = recorder.reread(hand);
    ack(0);
    await clock.advance(300);
    await reread;
    expect(hand.upload).toMatchObject({ stagedChunks: 4, ackedChunks: 1 });
    expect(hand.stop.signal.aborted).toBe(false);
  });

  it('tells of files that arrived once that is written', async () => {
    const result = { fileId: 'f', version: 1, isConflictedCopy: false };
    recorder.note(hand, { type: 'completed', result });
    expect(arrivals).toEqual([]);
    await clock.advance(0);
    expect(arrivals).toEqual([{ folderId: 'root', fileId: 'f' }]);
  });

  it('tells where a file arrived whose folder was gone', async () => {
    const result = { fileId: 'f', version: 1, isConflictedCopy: false, folderId: 'elsewhere' };
    recorder.note(hand, { type: 'completed', result });
    await clock.advance(0);
    expect(arrivals).toEqual([{ folderId: 'elsewhere', fileId: 'f' }]);
  });

  it('lets nothing go on that can not be written', async () => {
    failure = new Error('the storage is broken');
    ack(0);
    await clock.advance(0);
    await settled();
    expect(() => ack(1)).toThrow('broken');
    await expect(recorder.flush()).rejects.toThrow('broken');
  });

  it('flushes what is noted, and at once when there is nothing', async () => {
    await recorder.flush();
    ack(0);
    const flushed = recorder.flush();
    await clock.advance(300);
    await flushed;
    expect(writes).toHaveLength(1);
  });
});
