import { describe, expect, it } from 'vitest';
import { DirectorySync } from './directory-sync.ts';

/** A sync that ends when the test says so. */
function gated() {
  const begun: { directory: string; end: () => void; fail: (cause: Error) => void }[] = [];
  const syncs = new DirectorySync(
    (directory) => new Promise((end, fail) => begun.push({ directory, end, fail })),
  );
  return { syncs, begun };
}

const turn = () => new Promise((done) => setImmediate(done));

describe('DirectorySync', () => {
  it('shares one sync among all who arrive while another runs', async () => {
    const { syncs, begun } = gated();
    const waiting = [syncs.sync('a'), syncs.sync('a'), syncs.sync('a'), syncs.sync('a')];
    expect(begun).toHaveLength(1);
    begun[0]?.end();
    await turn();
    expect(begun).toHaveLength(2);
    begun[1]?.end();
    await Promise.all(waiting);
    expect(begun).toHaveLength(2);
  });

  it('does not answer a late caller with a sync that began before it', async () => {
    const { syncs, begun } = gated();
    const first = syncs.sync('a');
    let isLateDone = false;
    const late = syncs.sync('a').then(() => {
      isLateDone = true;
    });
    begun[0]?.end();
    await first;
    await turn();
    expect(isLateDone).toBe(false);
    begun[1]?.end();
    await late;
  });

  it('syncs different directories side by side', async () => {
    const { syncs, begun } = gated();
    const both = [syncs.sync('a'), syncs.sync('b')];
    expect(begun.map(({ directory }) => directory)).toEqual(['a', 'b']);
    for (const { end } of begun) end();
    await Promise.all(both);
  });

  it('tells a failure to those whom it concerns, and goes on for the next', async () => {
    const { syncs, begun } = gated();
    const first = syncs.sync('a');
    const second = syncs.sync('a');
    begun[0]?.fail(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    await turn();
    begun[1]?.end();
    await expect(second).resolves.toBeUndefined();
  });

  it('starts afresh once all is quiet', async () => {
    const { syncs, begun } = gated();
    const first = syncs.sync('a');
    begun[0]?.end();
    await first;
    const second = syncs.sync('a');
    expect(begun).toHaveLength(2);
    begun[1]?.end();
    await second;
  });
});
