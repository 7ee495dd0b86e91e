// How much room this browser has left, asked now and then and reckoned with in between.

import type { KeptContent } from '../../engine/keep/content.ts';
import { roomLeft } from '../../engine/keep/room.ts';
import type { KeepPorts } from './ports.ts';

const ASK_EVERY_MS = 5000;

export class Quarters {
  readonly #ports: Pick<KeepPorts, 'estimate' | 'clock'>;
  #left = 0;
  #askedAt = Number.NEGATIVE_INFINITY;
  readonly #seen = new Map<string, number>();

  constructor(ports: Pick<KeepPorts, 'estimate' | 'clock'>) {
    this.#ports = ports;
  }

  async hasRoomFor({ sizeBytes, bytesKept }: KeptContent): Promise<boolean> {
    const needed = sizeBytes - bytesKept;
    if (this.#isFresh() && needed <= this.#left) return true;
    this.#left = roomLeft(await this.#ports.estimate());
    this.#askedAt = this.#ports.clock.now();
    return needed <= this.#left;
  }

  /** More of it lies here now than before. */
  took({ contentHash, bytesKept }: KeptContent): void {
    this.#left -= Math.max(0, bytesKept - (this.#seen.get(contentHash) ?? 0));
    this.#seen.set(contentHash, bytesKept);
  }

  #isFresh(): boolean {
    return this.#ports.clock.now() - this.#askedAt < ASK_EVERY_MS;
  }
}
