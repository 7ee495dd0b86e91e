// Writes how far each pin is, for screens: at most twice a second, and only what has changed.

import type { KeptContent } from '../../engine/keep/content.ts';
import { isSameProgress, type KeepProgress, progressOf } from '../../engine/keep/progress.ts';
import type { PinnedFiles } from '../../local/pinned-files.ts';
import type { KeepPorts } from './ports.ts';

const WRITE_EVERY_MS = 500;

export class ProgressWriter {
  readonly #ports: Pick<KeepPorts, 'store' | 'clock'>;
  readonly #userId: string;
  readonly #written = new Map<string, KeepProgress>();
  #pins: readonly PinnedFiles[] = [];
  #contents: ReadonlyMap<string, KeptContent> = new Map();
  #writtenAt = Number.NEGATIVE_INFINITY;
  #write: Promise<void> = Promise.resolve();

  constructor(ports: Pick<KeepPorts, 'store' | 'clock'>, userId: string) {
    this.#ports = ports;
    this.#userId = userId;
  }

  begin(pins: readonly PinnedFiles[], contents: ReadonlyMap<string, KeptContent>): void {
    this.#pins = pins;
    this.#contents = contents;
    this.#begin();
  }

  note(contents: ReadonlyMap<string, KeptContent>): void {
    this.#contents = contents;
    if (this.#ports.clock.now() - this.#writtenAt >= WRITE_EVERY_MS) this.#begin();
  }

  async flush(): Promise<void> {
    this.#begin();
    await this.#write;
  }

  #begin(): void {
    this.#writtenAt = this.#ports.clock.now();
    this.#write = this.#write.then(() => this.#writeChanged());
    // It is thrown where it is waited for.
    this.#write.catch(() => undefined);
  }

  async #writeChanged(): Promise<void> {
    const changed = new Map<string, KeepProgress>();
    for (const { nodeId, files } of this.#pins) {
      const progress = progressOf(files, this.#contents);
      if (!isSameProgress(this.#written.get(nodeId) ?? null, progress))
        changed.set(nodeId, progress);
    }
    if (changed.size === 0) return;
    await this.#ports.store.writePinProgress(this.#userId, changed);
    for (const [nodeId, progress] of changed) this.#written.set(nodeId, progress);
  }
}
