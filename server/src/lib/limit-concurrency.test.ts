import { describe, expect, it } from 'vitest';
import { createGate } from '../../test/gate.ts';
import { limitConcurrency } from './limit-concurrency.ts';

describe('works in turn', () => {
  it('run at most so many at a time, in the order in which they came', async () => {
    const inTurn = limitConcurrency(2);
    const gates = Array.from({ length: 5 }, createGate);
    const begun: number[] = [];
    const works = gates.map((gate, index) =>
      inTurn(async () => {
        begun.push(index);
        await gate.opened;
      }),
    );
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    gates[1]?.open();
    await works[1];
    expect(begun).toEqual([0, 1, 2]);
    for (const gate of gates) gate.open();
    await Promise.all(works);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it('give their place on when they fail', async () => {
    const inTurn = limitConcurrency(1);
    const failed = inTurn(() => Promise.reject(new Error('no')));
    const next = inTurn(async () => 'done');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it('are refused when too many wait', async () => {
    const inTurn = limitConcurrency(1);
    const gate = createGate();
    const works = Array.from({ length: 501 }, () => inTurn(() => gate.opened));
    await expect(inTurn(async () => {})).rejects.toMatchObject({ code: 'rate-limited' });
    gate.open();
    await Promise.all(works);
    await expect(inTurn(async () => 'again')).resolves.toBe('again');
  });
});
