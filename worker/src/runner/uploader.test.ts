import { describe, expect, it } from 'vitest';
import { FakeNetwork } from '../../test/fuzz/fake-network.ts';
import { FakeServer, refusal } from '../../test/fuzz/fake-server.ts';
import { FakeStore } from '../../test/fuzz/fake-store.ts';
import { Simulation } from '../../test/fuzz/simulation.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import { aRow } from '../../test/uploads.ts';
import type { UploadRow } from '../local/rows.ts';
import type { RunnerPorts } from './ports.ts';
import { Uploader } from './uploader.ts';

const THREAD = { isAlive: true };

const A_BODY = {
  filename: 'x',
  size: 1,
  folderId: 'root',
  mimeType: '',
  lastModified: null,
  onConflict: 'version',
} as const;

/** A quiet world in which an uploader can be watched. */
class Scene {
  readonly sim = new Simulation(1);
  readonly server = new FakeServer();
  readonly store = new FakeStore(this.sim, () => {});
  readonly sent: number[] = [];
  underWay = 0;
  mostUnderWay = 0;
  readonly #network = new FakeNetwork(
    this.sim,
    this.server,
    ({ index }) => this.#begin(index),
    () => this.underWay--,
  );

  uploader(change: Partial<RunnerPorts> = {}, runAlone = alone): Uploader {
    const ports: RunnerPorts = {
      store: this.store.of(THREAD),
      uploads: this.#network.uploads(THREAD),
      folders: this.#network.folders(THREAD),
      digest: async (bytes) => new TextDecoder().decode(bytes),
      clock: {
        now: () => this.sim.now,
        random: () => 0,
        sleep: (ms, signal) => this.sim.sleep(THREAD, ms, signal),
      },
      isMetered: () => false,
      onArrivals: () => {},
      ...change,
    };
    return new Uploader(ports, runAlone);
  }

  async add(facts: Partial<UploadRow>): Promise<void> {
    const row = aRow(facts);
    this.store.uploads.set(row.id, row);
    if (row.totalChunks === 0) return;
    const chunks = Array.from({ length: row.totalChunks }, (_, i) => {
      const hash = `${row.id}:${i}`;
      return { hash, bytes: new TextEncoder().encode(hash).buffer };
    });
    await this.during(this.store.stagePart(THREAD, { uploadId: row.id, firstIndex: 0, chunks }));
  }

  /** Lets time go on until `work` ends. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    let isOver = false;
    const ended = work.finally(() => {
      isOver = true;
    });
    ended.catch(() => {});
    await this.sim.run(
      () => isOver,
      () => {},
    );
    return ended;
  }

  state(id = 'u1') {
    return this.store.uploads.get(id)?.state;
  }

  #begin(index: number): void {
    this.sent.push(index);
    this.underWay++;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
  }
}

async function alone(work: () => Promise<void>): Promise<boolean> {
  await work();
  return true;
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

describe('planned folders', () => {
  const plan = (scene: Scene, id: string, parentId: string, name = id) => {
    const facts = { userId: 'ada', position: 0, attempts: 0, retryAt: 0 };
    scene.store.planned.set(id, { ...facts, id, parentId, name });
  };

  it('are made parents first, before what goes into them', async () => {
    const scene = new Scene();
    plan(scene, 'inner', 'outer');
    plan(scene, 'outer', 'root');
    await scene.add({ totalChunks: 0, state: 'queued', folderId: 'inner' });
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect([...scene.server.folders]).toEqual(['root', 'outer', 'inner']);
    expect(scene.state()).toBe('done');
  });

  const taken = (scene: Scene, sibling: Parameters<typeof aNode>[0]) => {
    const names: string[] = [];
    const node = sibling?.kind === 'folder' ? aFolder(sibling) : aNode(sibling);
    return {
      names,
      ports: {
        folders: {
          createFolder: async ({
            name,
            id,
            parentId,
          }: {
            name: string;
            id: string;
            parentId: string;
          }) => {
            names.push(name);
            if (name.toLowerCase() === node.name.toLowerCase()) throw refusal('name-taken');
            scene.server.folders.add(id);
            return aFolder({ id, parentId, name });
          },
          list: async (_id: string, page: { cursor?: string } = {}) =>
            page.cursor === undefined
              ? { items: [aNode({ name: 'other' })], nextCursor: 'next' }
              : { items: [node], nextCursor: null },
        },
      },
    };
  };

  it('get a number where a file has their name', async () => {
    const scene = new Scene();
    plan(scene, 'f', 'root', 'Trips');
    const { names, ports } = taken(scene, { name: 'trips' });
    await scene.during(scene.uploader(ports).pump({ retryNow: false }));
    expect(names).toEqual(['Trips', 'Trips (2)']);
    expect(scene.store.planned.size).toBe(0);
  });

  it('are joined to the folder that has their name, in whatever case', async () => {
    const scene = new Scene();
    plan(scene, 'f', 'root', 'TRIPS');
    const joined: [string, string][] = [];
    const { ports } = taken(scene, { kind: 'folder', id: 'there', name: 'trips' });
    const store = {
      ...scene.store.of(THREAD),
      settlePlannedFolder: async (id: string, node: { id: string }) => {
        joined.push([id, node.id]);
        scene.store.planned.delete(id);
      },
    };
    await scene.during(scene.uploader({ ...ports, store }).pump({ retryNow: false }));
    expect(joined).toEqual([['f', 'there']]);
  });

  it('that can not be made end what was to go into them', async () => {
    const scene = new Scene();
    plan(scene, 'f', 'root');
    await scene.add({ totalChunks: 0, state: 'queued', folderId: 'f' });
    const createFolder = async () => {
      throw refusal('invalid-name');
    };
    const folders = { createFolder, list: async () => ({ items: [], nextCursor: null }) };
    await scene.during(scene.uploader({ folders }).pump({ retryNow: false }));
    expect(scene.store.uploads.get('u1')).toMatchObject({
      state: 'failed',
      failure: { code: 'invalid-name' },
    });
  });

  it('are tried again after trouble of their own', async () => {
    const scene = new Scene();
    plan(scene, 'f', 'root');
    let tries = 0;
    const createFolder = async ({
      id,
      name,
      parentId,
    }: {
      id: string;
      name: string;
      parentId: string;
    }) => {
      if (++tries < 3) throw refusal('internal');
      return aFolder({ id, name, parentId });
    };
    const folders = { createFolder, list: async () => ({ items: [], nextCursor: null }) };
    await scene.during(scene.uploader({ folders }).pump({ retryNow: false }));
    expect(tries).toBe(3);
    expect(scene.store.planned.size).toBe(0);
  });
});
