// The files of a run, staged by tabs of their own, which may go away and come back.

import { aRow } from '../uploads.ts';
import type { FakeServer } from './fake-server.ts';
import type { FakeStore } from './fake-store.ts';
import type { Simulation, Thread } from './simulation.ts';

export class FuzzFiles {
  /** The hashes of each upload's chunks. */
  readonly hashes = new Map<string, readonly string[]>();

  constructor(
    private readonly sim: Simulation,
    private readonly server: FakeServer,
    private readonly store: FakeStore,
  ) {}

  add(): void {
    const count = 1 + this.sim.below(6);
    const hasFolder = this.sim.chance(0.3);
    if (hasFolder) {
      this.store.toCome.add('f2');
      this.sim.plan(this.sim.below(5000), () => {
        this.server.folders.add('f2');
        this.store.toCome.delete('f2');
      });
    }
    for (let i = 0; i < count; i++) {
      const totalChunks = this.sim.chance(0.4) ? this.sim.below(2) : this.sim.below(8);
      const folderId = hasFolder && this.sim.chance(0.5) ? 'f2' : 'root';
      const row = aRow({ id: `u${i}`, filename: `n${i}`, position: i, totalChunks, folderId });
      this.store.uploads.set(row.id, { ...row, state: totalChunks === 0 ? 'queued' : 'staging' });
      this.hashes.set(
        row.id,
        Array.from({ length: totalChunks }, (_, c) => this.#hash(i, c)),
      );
      this.sim.plan(this.sim.below(2000), () => this.stage(row.id));
    }
  }

  /** Some chunks are the same in several files. */
  #hash(file: number, chunk: number): string {
    return this.sim.chance(0.2) ? `common${chunk % 3}` : `${file}:${chunk}`;
  }

  stage(id: string): void {
    const tab: Thread = { isAlive: true };
    const hashes = this.hashes.get(id) ?? [];
    const isHashed = this.sim.chance(0.8);
    const goOn = async () => {
      for (;;) {
        const row = this.store.uploads.get(id);
        if (!row || row.stagedChunks === row.totalChunks) return;
        const first = row.stagedChunks;
        const next = hashes.slice(first, first + 1 + this.sim.below(3));
        const chunks = next.map((hash) => ({
          hash: isHashed ? hash : null,
          bytes: new TextEncoder().encode(hash).buffer,
        }));
        await this.sim.later(tab, this.sim.below(400), () => {});
        if (!(await this.store.stagePart(tab, { uploadId: id, firstIndex: first, chunks }))) return;
      }
    };
    void goOn();
    if (!this.sim.chance(0.15)) return;
    this.sim.plan(this.sim.below(1500), () => {
      tab.isAlive = false;
      this.store.loseSource(id);
    });
  }
}
