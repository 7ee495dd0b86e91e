// A quiet world around one uploader, in which a test watches what it does.

import type { UploadRow } from '../src/local/rows.ts';
import type { RunnerPorts } from '../src/runner/ports.ts';
import { Uploader } from '../src/runner/uploader.ts';
import { FakeNetwork } from './fuzz/fake-network.ts';
import { FakeServer } from './fuzz/fake-server.ts';
import { FakeStore } from './fuzz/fake-store.ts';
import { Simulation } from './fuzz/simulation.ts';
import { aRow } from './uploads.ts';

export const THREAD = { isAlive: true };

/** A quiet world in which an uploader can be watched. */
export class Scene {
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

export async function alone(work: () => Promise<void>): Promise<boolean> {
  await work();
  return true;
}
