// One seeded run: files, a stormy while in which threads are killed and a person interferes, then
// calm. It ends when every file that was not taken back is on the server.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { NO_LIMITS } from '../../src/engine/transfer-limits.ts';
import { CALM, FakeNetwork, type Sent } from './fake-network.ts';
import { FakeServer } from './fake-server.ts';
import { FakeStore } from './fake-store.ts';
import { FuzzFiles } from './fuzz-files.ts';
import { FuzzPerson } from './fuzz-person.ts';
import { FuzzSenders } from './fuzz-senders.ts';
import { Simulation } from './simulation.ts';

const STORM_MS = 120_000;
/** Long after the storm everything must have arrived: retries wait a minute at most. */
const DEADLINE_MS = STORM_MS + 600_000;

export class FuzzRun {
  readonly sim: Simulation;
  readonly server = new FakeServer();
  readonly store: FakeStore;
  readonly network: FakeNetwork;
  readonly #files: FuzzFiles;
  readonly #senders: FuzzSenders;
  readonly #person: FuzzPerson;
  readonly #recorded = new Set<string>();
  readonly #answered = new Set<string>();

  constructor(seed: number) {
    this.sim = new Simulation(seed);
    this.store = new FakeStore(this.sim, (session, index) => {
      this.#recorded.add(`${session} ${index}`);
    });
    const onSent = ({ session, index }: Sent) => void this.#answered.add(`${session} ${index}`);
    const { sim, server, store } = this;
    const network = new FakeNetwork(sim, server, (sent) => this.#onSend(sent), onSent);
    const files = new FuzzFiles(sim, server, store);
    const senders = new FuzzSenders(sim, store, network);
    const world = { sim, server, store, network, files, senders, onSent };
    this.network = network;
    this.#files = files;
    this.#senders = senders;
    this.#person = new FuzzPerson(world, STORM_MS);
    network.weather = this.#storm();
  }

  async run(): Promise<void> {
    this.#files.add();
    this.#senders.start(0);
    if (this.sim.chance(0.3)) this.#senders.start(this.sim.below(5000));
    this.#person.act();
    this.sim.plan(STORM_MS, () => this.#becomeCalm());
    await this.sim.run(
      () => this.#isOver(),
      () => this.#senders.maybeKill(),
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
    this.#senders.killRate = 0;
  }

  #isOver(): boolean {
    if (this.sim.now > DEADLINE_MS) throw new Error(`not done: ${this.#describe()}`);
    const isDone = [...this.store.uploads.values()].every((row) => row.state === 'done');
    return isDone && this.store.abandoned.size === 0;
  }

  #describe(): string {
    return JSON.stringify([...this.store.uploads.values(), ...this.store.abandoned]);
  }

  #onSend({ session, index }: Sent): void {
    const sent = `${session} ${index}`;
    if (this.#recorded.has(sent)) throw new Error(`sent again after its ack was recorded: ${sent}`);
    if (this.#answered.has(sent)) throw new Error(`sent again after it was answered: ${sent}`);
  }

  /** What is wrong with how it ended; empty where nothing is. */
  faults(): string[] {
    const faults: string[] = [];
    for (const row of this.store.uploads.values()) {
      const file = [...this.server.files.values()].find((f) => f.name === row.filename);
      const hashes = this.#files.hashes.get(row.id) ?? [];
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
