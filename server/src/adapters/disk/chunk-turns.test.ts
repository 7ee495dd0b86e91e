import { describe, expect, it } from 'vitest';
import { Checkpoint } from '../../../test/checkpoint.ts';
import { ChunkTurns } from './chunk-turns.ts';

/** Work that notes when it begins and waits for the test. */
function recorder() {
  const begun: string[] = [];
  const checkpoints = new Map<string, Checkpoint>();
  const work = (name: string) => () => {
    begun.push(name);
    const checkpoint = new Checkpoint();
    checkpoints.set(name, checkpoint);
    return checkpoint.pass();
  };
  const end = async (name: string) => {
    checkpoints.get(name)?.open();
    await new Promise((done) => setImmediate(done));
  };
  return { begun, work, end };
}

const turn = () => new Promise((done) => setImmediate(done));

describe('ChunkTurns', () => {
  it('shares one put among all who put the same chunk meanwhile', async () => {
    const turns = new ChunkTurns();
    const { begun, work, end } = recorder();
    const puts = ['one', 'two', 'three'].map((name) => turns.put('a', work(name)));
    await turn();
    await end('one');
    await Promise.all(puts);
    expect(begun).toEqual(['one']);
  });

  it('puts again for whoever shared a put that failed', async () => {
    const turns = new ChunkTurns();
    const first = turns.put('a', () => Promise.reject(new Error('full')));
    let isPut = false;
    const second = turns.put('a', async () => {
      isPut = true;
    });
    await expect(first).rejects.toThrow('full');
    await second;
    expect(isPut).toBe(true);
  });

  it('does not take a put that was ahead of a deletion for one after it', async () => {
    const turns = new ChunkTurns();
    const { begun, work, end } = recorder();
    const all = [
      turns.put('a', work('early')),
      turns.delete('a', work('delete')),
      turns.put('a', work('late')),
    ];
    await turn();
    await end('early');
    await end('delete');
    await end('late');
    await Promise.all(all);
    expect(begun).toEqual(['early', 'delete', 'late']);
  });

  it('lets nothing begin before what is ahead of it has ended', async () => {
    const turns = new ChunkTurns();
    const { begun, work, end } = recorder();
    const all = [turns.delete('a', work('delete')), turns.put('a', work('put'))];
    await turn();
    expect(begun).toEqual(['delete']);
    await end('delete');
    expect(begun).toEqual(['delete', 'put']);
    await end('put');
    await Promise.all(all);
  });

  it('goes on after a failure', async () => {
    const turns = new ChunkTurns();
    await expect(turns.delete('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.put('a', async () => {})).resolves.toBeUndefined();
  });

  it('lets different chunks go side by side', async () => {
    const turns = new ChunkTurns();
    const { begun, work, end } = recorder();
    const all = [turns.put('a', work('a')), turns.put('b', work('b'))];
    await turn();
    expect(begun).toEqual(['a', 'b']);
    await end('a');
    await end('b');
    await Promise.all(all);
  });
});
