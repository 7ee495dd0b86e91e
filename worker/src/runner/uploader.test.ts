import { describe, expect, it } from 'vitest';
import { alone, Scene, THREAD } from '../../test/scene.ts';
import { aRow } from '../../test/uploads.ts';

const A_BODY = {
  filename: 'x',
  size: 1,
  folderId: 'root',
  mimeType: '',
  lastModified: null,
  onConflict: 'version',
} as const;

/** Has work end, for the uploader, no sooner than it is let. */
function untilOpened() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const runAlone = async (work: () => Promise<void>) => {
    await work();
    await gate;
    return true;
  };
  return { runAlone, open };
}

describe('the uploader', () => {
  it('sends three chunks at once to begin with, each once', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 12 });
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect(scene.state()).toBe('done');
    expect(scene.mostUnderWay).toBe(3);
    expect([...scene.sent].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
  });

  it('works on several small files at once', async () => {
    const scene = new Scene();
    for (let i = 0; i < 20; i++) {
      await scene.add({
        id: `u${i}`,
        filename: `n${i}`,
        position: i,
        totalChunks: 1,
        sizeBytes: 9,
      });
    }
    const startedAt = scene.sim.now;
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect(scene.mostUnderWay).toBeGreaterThan(1);
    expect(scene.server.files.size).toBe(20);
    // One after the other they would take three round trips of up to 0.4 s each.
    expect(scene.sim.now - startedAt).toBeLessThan(20 * 3 * 200 + 2500);
  });

  it('completes two versions of one file in their order', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 12 });
    await scene.add({ id: 'u2', position: 2, totalChunks: 1, sizeBytes: 9, after: 'u1' });
    await scene.during(scene.uploader().pump({ retryNow: false }));
    const finishedAt = (id: string) => scene.store.uploads.get(id)?.finishedAt ?? 0;
    expect(finishedAt('u1')).toBeGreaterThan(0);
    expect(finishedAt('u2')).toBeGreaterThan(finishedAt('u1'));
  });

  it('does not have a version wait for one that is held up', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 1, state: 'paused' });
    await scene.add({ id: 'u2', position: 2, totalChunks: 1, sizeBytes: 9, after: 'u1' });
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect(scene.state('u2')).toBe('done');
  });

  it('leaves what goes into a folder that is not made yet until it is', async () => {
    const scene = new Scene();
    await scene.add({ folderId: 'new', state: 'queued' });
    scene.store.toCome.add('new');
    await scene.during(scene.uploader().pump());
    expect(scene.state()).toBe('queued');
    scene.store.toCome.clear();
    scene.server.folders.add('new');
    await scene.during(scene.uploader().pump());
    expect(scene.state()).toBe('done');
  });

  it('does nothing while nobody is signed in', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 1 });
    scene.store.isSignedIn = false;
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect(scene.sent).toEqual([]);
  });

  it('leaves it to another one that works already', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 1 });
    const refused = scene.uploader({}, async () => false);
    await scene.during(refused.pump({ retryNow: false }));
    expect(scene.sent).toEqual([]);
  });

  it('joins what runs already, and lets it go on longer', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 2 });
    let runs = 0;
    const uploader = scene.uploader({}, (work) => {
      runs++;
      return alone(work);
    });
    const first = uploader.pump({ retryNow: false });
    await scene.during(Promise.resolve());
    await scene.during(Promise.all([first, uploader.pump({ retryNow: true })]));
    expect(runs).toBe(1);
    expect(scene.state()).toBe('done');
  });

  it('goes on looking for what is being staged when it is called again', async () => {
    const idle = new Scene();
    await idle.during(idle.uploader().pump());
    const scene = new Scene();
    const uploader = scene.uploader();
    const first = uploader.pump();
    await scene.during(scene.sim.later(THREAD, idle.sim.now - 250, () => {}));
    const second = uploader.pump();
    await scene.during(scene.sim.later(THREAD, 500, () => {}));
    await scene.add({ totalChunks: 2 });
    await scene.during(Promise.all([first, second]));
    expect(scene.state()).toBe('done');
  });

  it('starts anew for who calls when it has just found nothing more to do', async () => {
    const scene = new Scene();
    const { runAlone, open } = untilOpened();
    const uploader = scene.uploader({}, runAlone);
    const first = uploader.pump();
    await scene.during(scene.sim.later(THREAD, 60_000, () => {}));
    await scene.add({ totalChunks: 2 });
    const second = uploader.pump();
    open();
    await scene.during(Promise.all([first, second]));
    expect(scene.state()).toBe('done');
  });

  it('does not start anew once it was told to rest', async () => {
    const scene = new Scene();
    const { runAlone, open } = untilOpened();
    const uploader = scene.uploader({}, runAlone);
    const first = uploader.pump();
    await scene.during(scene.sim.later(THREAD, 60_000, () => {}));
    await scene.add({ totalChunks: 2 });
    const second = uploader.pump();
    const rested = uploader.rest();
    open();
    await scene.during(Promise.all([first, second, rested]));
    expect(scene.sent).toEqual([]);
  });

  it('rests at a chunk boundary, and has recorded what arrived', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 40 });
    const uploader = scene.uploader();
    const pumped = uploader.pump({ retryNow: false });
    while (scene.sent.length < 8) await scene.during(scene.sim.later(THREAD, 50, () => {}));
    await scene.during(uploader.rest());
    await scene.during(pumped);
    const row = scene.store.uploads.get('u1');
    expect(row?.ackedChunks).toBe(scene.sent.length);
    expect(scene.store.chunks.size).toBe(40 - scene.sent.length);
    expect(scene.sent.length).toBeLessThan(20);
  });

  it('breaks off what is under way when it is to stop at once', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 40 });
    const uploader = scene.uploader();
    const pumped = uploader.pump();
    while (scene.sent.length < 8) await scene.during(scene.sim.later(THREAD, 50, () => {}));
    const [sent, since] = [scene.sent.length, scene.sim.now];
    await scene.during(uploader.rest({ atOnce: true }));
    expect(scene.sim.now - since).toBeLessThan(300);
    await scene.during(pumped);
    expect(scene.sent.length).toBe(sent);
    expect(scene.store.uploads.get('u1')?.ackedChunks).toBeLessThan(sent);
  });

  it('stops sending what is paused, at once when told to look', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 40 });
    const uploader = scene.uploader();
    const pumped = uploader.pump({ retryNow: false });
    while (scene.sent.length < 8) await scene.during(scene.sim.later(THREAD, 50, () => {}));
    scene.store.tell({ type: 'pause' });
    await scene.during(Promise.all([pumped, uploader.pump({ retryNow: true })]));
    expect(scene.state()).toBe('paused');
    expect(scene.sent.length).toBeLessThan(24);
  });

  it('hashes what was staged without a hash', async () => {
    const scene = new Scene();
    scene.store.uploads.set('u1', aRow({ totalChunks: 2 }));
    const chunks = ['a', 'b'].map((text) => {
      return { hash: null, bytes: new TextEncoder().encode(text).buffer };
    });
    await scene.during(scene.store.stagePart(THREAD, { uploadId: 'u1', firstIndex: 0, chunks }));
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect([...scene.server.files.values()].map((file) => file.hashes)).toEqual([['a', 'b']]);
  });

  it('sends nothing again that was sent by one that was killed with nothing written down', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 1, sizeBytes: 1 });
    const before = scene.server.init(A_BODY, 'open-u1-0');
    scene.server.put(before.id, 0, 'u1:0');
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect(scene.state()).toBe('done');
    expect(scene.sent).toEqual([]);
  });

  it('ends sessions that nobody wants any more', async () => {
    const scene = new Scene();
    await scene.add({ totalChunks: 0, state: 'queued' });
    const session = scene.server.init(A_BODY, 'k');
    for (const id of [session.id, 'unknown']) scene.store.abandoned.add(id);
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect(session.status).toBe('cancelled');
    expect(scene.store.abandoned.size).toBe(0);
  });
});
