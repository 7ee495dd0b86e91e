// A person: pauses, resumes, signs in, makes room, chooses files again, takes some back, puts one
// first, sets a limit.

import { isActive } from '../../src/engine/facts.ts';
import type { UploadRow } from '../../src/local/rows.ts';
import type { FakeNetwork, Sent } from './fake-network.ts';
import type { FakeServer } from './fake-server.ts';
import type { FakeStore } from './fake-store.ts';
import type { FuzzFiles } from './fuzz-files.ts';
import type { FuzzSenders } from './fuzz-senders.ts';
import type { Simulation } from './simulation.ts';

interface World {
  readonly sim: Simulation;
  readonly server: FakeServer;
  readonly store: FakeStore;
  readonly network: FakeNetwork;
  readonly files: FuzzFiles;
  readonly senders: FuzzSenders;
  /** Told what the browser itself has sent. */
  readonly onSent: (sent: Sent) => void;
}

export class FuzzPerson {
  constructor(
    private readonly world: World,
    private readonly interferesUntil: number,
  ) {}

  act(): void {
    const isStormy = this.world.sim.now < this.interferesUntil;
    const rows = [...this.world.store.uploads.values()];
    const any = rows[this.world.sim.below(rows.length)];
    if (isStormy && any && this.world.sim.chance(0.1)) this.#interfere(any);
    else for (const row of rows) this.#help(row);
    if (!this.world.store.isSignedIn) {
      this.world.store.isSignedIn = true;
      this.world.store.tell({ type: 'signed-in' });
    }
    this.world.sim.plan(3000 + this.world.sim.below(5000), () => this.act());
  }

  #interfere(row: UploadRow): void {
    const deed = this.world.sim.below(8);
    if (deed === 0) this.world.store.tell({ type: 'pause' }, row.id);
    if (deed === 1) this.world.store.tell({ type: 'pause' });
    if (deed === 2 && row.session) this.world.server.expire(row.session);
    if (deed === 3 && this.world.sim.chance(0.3)) this.world.store.remove(row.id);
    if (deed === 4) this.#setLimits();
    if (deed === 5) this.world.senders.isMetered = !this.world.senders.isMetered;
    if (deed === 6) this.#moveToFront(row);
    if (deed === 7) void this.#handOver(row.id);
  }

  /** The browser itself sends what is left of one upload, or some of it, and tells nobody. */
  async #handOver(id: string): Promise<void> {
    await this.world.senders.rest();
    const row = this.world.store.uploads.get(id);
    if (!row || !isActive(row) || row.session === null || row.hashedChunks < row.totalChunks)
      return;
    this.world.store.uploads.set(id, {
      ...row,
      lease: { owner: 'browser', until: this.world.sim.now + 30_000 },
    });
    for (const { index, hash } of this.world.store.pendingOf(id)) {
      this.world.sim.plan(this.world.sim.below(20_000), () => {
        if (hash === null || this.world.sim.chance(this.world.network.weather.loss)) return;
        this.#sendFromBrowser(row.session ?? '', index, hash);
      });
    }
    this.world.sim.plan(25_000, () => {
      const now = this.world.store.uploads.get(id);
      if (now) this.world.store.uploads.set(id, { ...now, lease: null });
    });
  }

  #sendFromBrowser(session: string, index: number, hash: string): void {
    try {
      this.world.server.put(session, index, hash);
      this.world.onSent({ session, index });
    } catch {
      // The session is over: nobody is told, and the uploader finds out.
    }
  }

  #setLimits(): void {
    const bytesPerSecond = this.world.sim.chance(0.5) ? 1 + this.world.sim.below(20) : null;
    this.world.store.limits = { bytesPerSecond, pausesOnMetered: this.world.sim.chance(0.5) };
  }

  #moveToFront(row: UploadRow): void {
    const first = Math.min(
      ...[...this.world.store.uploads.values()].map(({ position }) => position),
    );
    this.world.store.uploads.set(row.id, { ...row, position: first - 1 });
  }

  #help(row: UploadRow): void {
    if (isActive(row)) return;
    if (row.state === 'failed') throw new Error(`failed: ${row.failure?.code}`);
    if (row.state === 'paused') this.world.store.tell({ type: 'resume' }, row.id);
    if (row.blockedBy === 'quota') this.world.store.tell({ type: 'room-made' }, row.id);
    if (row.state === 'needs-source' && this.world.store.giveSource(row.id))
      this.world.files.stage(row.id);
  }
}
