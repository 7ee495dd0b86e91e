// One seeded run: files, a stormy while in which threads are killed and a person interferes, then
// calm. It ends when every file that was not taken back is on the server.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { isActive } from '../../src/engine/facts.ts';
import { NO_LIMITS } from '../../src/engine/transfer-limits.ts';
import type { UploadRow } from '../../src/local/rows.ts';
import { PUMP_MS, Uploader } from '../../src/runner/uploader.ts';
import { aRow } from '../uploads.ts';
import { CALM, FakeNetwork, type Sent } from './fake-network.ts';
import { FakeServer } from './fake-server.ts';
import { FakeStore } from './fake-store.ts';
import { Simulation, type Thread } from './simulation.ts';

const STORM_MS = 120_000;
/** Long after the storm everything must have arrived: retries wait a minute at most. */
const DEADLINE_MS = STORM_MS + 600_000;

export class FuzzRun {
  readonly sim: Simulation;
  readonly server = new FakeServer();
  readonly store: FakeStore;
  readonly network: FakeNetwork;
  readonly names = new Map<string, readonly string[]>();
  readonly #threads: { readonly thread: Thread; readonly uploader: Uploader }[] = [];
  readonly #recorded = new Set<string>();
  readonly #answered = new Set<string>();
  #lock: Thread | null = null;
  #killRate: number;
  readonly #uploaders = new Set<Uploader>();
  #isMetered = false;
  kills = 0;
  sends = 0;

  constructor(seed: number) {
    this.sim = new Simulation(seed);
    this.store = new FakeStore(this.sim, (session, index) => {
      this.#recorded.add(`${session} ${index}`);
    });
    this.network = new FakeNetwork(
      this.sim,
      this.server,
      (sent) => this.#onSend(sent),
      (sent) => this.#answered.add(`${sent.session} ${sent.index}`),
    );
    this.#killRate = this.sim.chance(0.3) ? 0 : this.sim.random() * 0.03;
    this.network.weather = this.#storm();
  }

  async run(): Promise<void> {
    this.#addFiles();
    this.#startThread(0);
    if (this.sim.chance(0.3)) this.#startThread(this.sim.below(5000));
    this.#actAsPerson();
    this.sim.plan(STORM_MS, () => this.#becomeCalm());
    await this.sim.run(
      () => this.#isOver(),
      () => this.#maybeKill(),
    );
  }

  #storm() {
    const some = (most: number) => (this.sim.chance(0.5) ? this.sim.random() * most : 0);
    return {
      loss: some(0.3),
      duplication: some(0.3),
      corruption: some(0.1),
      unwell: some(0.2),
      signedOut: some(0.05),
      overQuota: some(0.2),
    };
  }

  #becomeCalm(): void {
    this.network.weather = CALM;
    this.store.limits = NO_LIMITS;
    this.#killRate = 0;
  }

  #isOver(): boolean {
    if (this.sim.now > DEADLINE_MS) throw new Error(`not done: ${this.#describe()}`);
    const isDone = [...this.store.uploads.values()].every((row) => row.state === 'done');
    return isDone && this.store.abandoned.size === 0;
  }

  #describe(): string {
    return JSON.stringify([...this.store.uploads.values(), ...this.store.abandoned]);
  }

  // Staging: a tab of its own, which may go away and come back.

  #addFiles(): void {
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
      this.names.set(
        row.id,
        Array.from({ length: totalChunks }, (_, c) => this.#hash(i, c)),
      );
      this.sim.plan(this.sim.below(2000), () => this.#stage(row.id));
    }
  }

  /** Some chunks are the same in several files. */
  #hash(file: number, chunk: number): string {
    return this.sim.chance(0.2) ? `common${chunk % 3}` : `${file}:${chunk}`;
  }

  #stage(id: string): void {
    const tab: Thread = { isAlive: true };
    const hashes = this.names.get(id) ?? [];
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

  // Sending: threads that are pumped, killed and started again.

  #startThread(delayMs: number): void {
    const thread: Thread = { isAlive: true };
    this.sim.plan(delayMs, () => {
      const uploader = this.#uploader(thread);
      this.#threads.push({ thread, uploader });
      this.#uploaders.add(uploader);
      const pump = () => {
        if (!thread.isAlive) return;
        void uploader.pump({ retryNow: this.sim.chance(0.2), reordered: this.sim.chance(0.2) });
        this.sim.plan(PUMP_MS / 2, pump);
      };
      pump();
    });
  }

  #uploader(thread: Thread): Uploader {
    const ports = {
      store: this.store.of(thread),
      uploads: this.network.uploads(thread),
      digest: async (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
        new TextDecoder().decode(bytes),
      clock: {
        now: () => this.sim.now,
        random: () => this.sim.random(),
        sleep: (ms: number, signal?: AbortSignal) => this.sim.sleep(thread, ms, signal),
      },
      isMetered: () => this.#isMetered,
      onArrivals: () => {},
    };
    return new Uploader(ports, (work) => this.#runAlone(thread, work));
  }

  async #runAlone(thread: Thread, work: () => Promise<void>): Promise<boolean> {
    if (this.#lock?.isAlive) return false;
    this.#lock = thread;
    await work();
    this.#lock = null;
    return true;
  }

  #maybeKill(): void {
    if (!this.sim.chance(this.#killRate)) return;
    const chosen = this.#threads[this.sim.below(this.#threads.length)];
    if (!chosen?.thread.isAlive) return;
    const { thread, uploader } = chosen;
    thread.isAlive = false;
    this.#uploaders.delete(uploader);
    this.kills++;
    this.#startThread(this.sim.below(3000));
  }

  #onSend({ session, index }: Sent): void {
    this.sends++;
    const sent = `${session} ${index}`;
    if (this.#recorded.has(sent)) throw new Error(`sent again after its ack was recorded: ${sent}`);
    if (this.#answered.has(sent)) throw new Error(`sent again after it was answered: ${sent}`);
  }

  // A person: pauses, resumes, signs in, makes room, chooses files again, takes some back, puts one
  // first, sets a limit.

  #actAsPerson(): void {
    const isStormy = this.sim.now < STORM_MS;
    const rows = [...this.store.uploads.values()];
    const any = rows[this.sim.below(rows.length)];
    if (isStormy && any && this.sim.chance(0.1)) this.#interfere(any);
    else for (const row of rows) this.#help(row);
    if (!this.store.isSignedIn) {
      this.store.isSignedIn = true;
      this.store.tell({ type: 'signed-in' });
    }
    this.sim.plan(3000 + this.sim.below(5000), () => this.#actAsPerson());
  }

  #interfere(row: UploadRow): void {
    const deed = this.sim.below(8);
    if (deed === 0) this.store.tell({ type: 'pause' }, row.id);
    if (deed === 1) this.store.tell({ type: 'pause' });
    if (deed === 2 && row.session) this.server.expire(row.session);
    if (deed === 3 && this.sim.chance(0.3)) this.store.remove(row.id);
    if (deed === 4) this.#setLimits();
    if (deed === 5) this.#isMetered = !this.#isMetered;
    if (deed === 6) this.#moveToFront(row);
    if (deed === 7) void this.#handOver(row.id);
  }

  /** The browser itself sends what is left of one upload, or some of it, and tells nobody. */
  async #handOver(id: string): Promise<void> {
    await Promise.all([...this.#uploaders].map((uploader) => uploader.rest()));
    const row = this.store.uploads.get(id);
    if (!row || !isActive(row) || row.session === null || row.hashedChunks < row.totalChunks)
      return;
    this.store.uploads.set(id, {
      ...row,
      lease: { owner: 'browser', until: this.sim.now + 30_000 },
    });
    for (const { index, hash } of this.store.pendingOf(id)) {
      this.sim.plan(this.sim.below(20_000), () => {
        if (hash === null || this.sim.chance(this.network.weather.loss)) return;
        this.#sendFromBrowser(row.session ?? '', index, hash);
      });
    }
    this.sim.plan(25_000, () => {
      const now = this.store.uploads.get(id);
      if (now) this.store.uploads.set(id, { ...now, lease: null });
    });
  }

  #sendFromBrowser(session: string, index: number, hash: string): void {
    try {
      this.server.put(session, index, hash);
      this.#answered.add(`${session} ${index}`);
    } catch {
      // The session is over: nobody is told, and the uploader finds out.
    }
  }

  #setLimits(): void {
    const bytesPerSecond = this.sim.chance(0.5) ? 1 + this.sim.below(20) : null;
    this.store.limits = { bytesPerSecond, pausesOnMetered: this.sim.chance(0.5) };
  }

  #moveToFront(row: UploadRow): void {
    const first = Math.min(...[...this.store.uploads.values()].map(({ position }) => position));
    this.store.uploads.set(row.id, { ...row, position: first - 1 });
  }

  #help(row: UploadRow): void {
    if (isActive(row)) return;
    if (row.state === 'failed') throw new Error(`failed: ${row.failure?.code}`);
    if (row.state === 'paused') this.store.tell({ type: 'resume' }, row.id);
    if (row.blockedBy === 'quota') this.store.tell({ type: 'room-made' }, row.id);
    if (row.state === 'needs-source' && this.store.giveSource(row.id)) this.#stage(row.id);
  }

  /** What is wrong with how it ended; empty where nothing is. */
  faults(): string[] {
    const faults: string[] = [];
    for (const row of this.store.uploads.values()) {
      const file = [...this.server.files.values()].find((f) => f.name === row.filename);
      const hashes = this.names.get(row.id) ?? [];
      if (file?.hashes.join() !== hashes.join()) faults.push(`${row.id} is not whole`);
      if (file?.version !== 1) faults.push(`${row.id} has ${file?.version} versions`);
      if (file && file.id !== row.result?.fileId) faults.push(`${row.id} knows another file`);
      if (row.ackedChunks !== row.totalChunks) faults.push(`${row.id} counts wrong`);
      if (row.bytesAcked !== row.totalChunks * CHUNK_SIZE_BYTES) faults.push(`${row.id} bytes`);
    }
    if (this.store.chunks.size > 0) faults.push('bytes are left behind');
    return faults;
  }
}
