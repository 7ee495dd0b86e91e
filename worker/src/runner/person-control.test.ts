import { describe, expect, it } from 'vitest';
import { Scene, THREAD } from '../../test/scene.ts';

describe('what a person sets', () => {
  it('goes by the order of the queue, whatever the state', async () => {
    const scene = new Scene();
    await scene.add({ id: 'late', filename: 'late', position: 2, totalChunks: 30 });
    const uploader = scene.uploader();
    const pumped = uploader.pump({ retryNow: false });
    while (scene.sent.length < 6) await scene.during(scene.sim.later(THREAD, 50, () => {}));
    await scene.add({ id: 'early', filename: 'early', position: 1, totalChunks: 2 });
    await scene.during(Promise.all([pumped, uploader.pump({ retryNow: true, reordered: true })]));
    expect([...scene.server.files.values()].map((file) => file.name)).toEqual(['early', 'late']);
    expect(scene.sent.length).toBe(32);
  });

  it('ends the first file before the second gets a place', async () => {
    const scene = new Scene();
    for (const [i, id] of ['b', 'a'].entries()) {
      await scene.add({ id, filename: id, position: 2 - i, totalChunks: 12 });
    }
    await scene.during(scene.uploader().pump());
    expect([...scene.server.files.values()].map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('keeps to the rate that the person allows', async () => {
    const scene = new Scene();
    scene.store.limits = { bytesPerSecond: 4, pausesOnMetered: false };
    // The fake chunk is as long as its name: four bytes.
    await scene.add({ totalChunks: 9 });
    const startedAt = scene.sim.now;
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect(scene.state()).toBe('done');
    expect(scene.sim.now - startedAt).toBeGreaterThan(8000);
  });

  it('sends nothing over a metered network where the person said so', async () => {
    const scene = new Scene();
    scene.store.limits = { bytesPerSecond: null, pausesOnMetered: true };
    await scene.add({ totalChunks: 2 });
    let isMetered = true;
    const uploader = scene.uploader({ isMetered: () => isMetered });
    const pumped = uploader.pump({ retryNow: false });
    await scene.during(scene.sim.later(THREAD, 20_000, () => {}));
    expect(scene.sent).toEqual([]);
    isMetered = false;
    await scene.during(pumped);
    expect(scene.state()).toBe('done');
  });
});
