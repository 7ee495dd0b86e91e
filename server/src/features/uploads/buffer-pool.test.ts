import { describe, expect, it } from 'vitest';
import { Checkpoint } from '../../../test/checkpoint.ts';
import { BufferPool } from './buffer-pool.ts';

const never = new AbortController().signal;
const poolOf = (buffers: number, buffersPerOwner = buffers) =>
  new BufferPool({ bufferBytes: 8, buffers, buffersPerOwner });

/** Borrows a buffer and holds it until the test ends it. */
function borrow(pool: BufferPool, owner = 'anna', signal = never) {
  const checkpoint = new Checkpoint();
  let buffer: Buffer | undefined;
  const ended = pool.lend(owner, signal, async (lent) => {
    buffer = lent;
    await checkpoint.pass();
  });
  return { ended, reached: checkpoint.reached, end: () => checkpoint.open(), buffer: () => buffer };
}

const turn = () => new Promise((done) => setImmediate(done));

describe('BufferPool', () => {
  it('UP13 lends the same buffers again and again', async () => {
    const pool = poolOf(2);
    const seen = new Set<Buffer>();
    for (let i = 0; i < 10; i++) await pool.lend('anna', never, async (b) => void seen.add(b));
    expect(seen.size).toBe(1);
  });

  it('UP13 never lends more than it has, and lends one to each that waits in turn', async () => {
    const pool = poolOf(2);
    const borrowers = Array.from({ length: 5 }, () => borrow(pool));
    await turn();
    expect(borrowers.map(({ buffer }) => buffer() !== undefined)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    borrowers[0]?.end();
    await borrowers[2]?.reached;
    expect(borrowers[2]?.buffer()).toBe(borrowers[0]?.buffer());
    expect(borrowers[3]?.buffer()).toBeUndefined();
    for (const { end } of borrowers) end();
    await Promise.all(borrowers.map(({ ended }) => ended));
    expect(new Set(borrowers.map(({ buffer }) => buffer())).size).toBe(2);
  });

  it('gives a buffer back when the work fails', async () => {
    const pool = poolOf(1);
    await expect(pool.lend('anna', never, () => Promise.reject(new Error('no')))).rejects.toThrow();
    await expect(pool.lend('anna', never, async () => 'lent')).resolves.toBe('lent');
  });

  it('UP13 lets nobody who hung up wait, and passes over them', async () => {
    const pool = poolOf(1);
    const first = borrow(pool);
    const hangUp = new AbortController();
    const gone = borrow(pool, 'anna', hangUp.signal);
    const next = borrow(pool);
    await turn();
    hangUp.abort(new Error('hung up'));
    await expect(gone.ended).rejects.toThrow('hung up');
    first.end();
    await next.reached;
    expect(gone.buffer()).toBeUndefined();
    next.end();
    await Promise.all([first.ended, next.ended]);
  });

  it('lends nothing to somebody who has hung up already', async () => {
    const lend = poolOf(1).lend('anna', AbortSignal.abort(new Error('hung up')), async () => {});
    await expect(lend).rejects.toThrow('hung up');
  });

  it('leaves no listener on a signal whose buffer has come', async () => {
    const pool = poolOf(1);
    const first = borrow(pool);
    const hangUp = new AbortController();
    const second = borrow(pool, 'anna', hangUp.signal);
    await turn();
    first.end();
    await second.reached;
    hangUp.abort();
    second.end();
    await expect(second.ended).resolves.toBeUndefined();
    await first.ended;
  });

  it('UP13 keeps some buffers for others, however many one person asks for', async () => {
    const pool = poolOf(3, 2);
    const own = Array.from({ length: 4 }, () => borrow(pool, 'anna'));
    const other = borrow(pool, 'bert');
    await other.reached;
    expect(own.filter(({ buffer }) => buffer() !== undefined)).toHaveLength(2);
    other.end();
    await other.ended;
    await turn();
    expect(own.filter(({ buffer }) => buffer() !== undefined)).toHaveLength(2);
    for (const { end } of own) end();
    await Promise.all(own.map(({ ended }) => ended));
  });

  it('lends to the next who may have one, past those who have their share', async () => {
    const pool = poolOf(2, 1);
    const anna = borrow(pool, 'anna');
    const bert = borrow(pool, 'bert');
    const annaAgain = borrow(pool, 'anna');
    const carl = borrow(pool, 'carl');
    await turn();
    bert.end();
    await carl.reached;
    expect(annaAgain.buffer()).toBeUndefined();
    anna.end();
    await annaAgain.reached;
    for (const each of [annaAgain, carl]) each.end();
    await Promise.all([anna, bert, annaAgain, carl].map(({ ended }) => ended));
  });
});
