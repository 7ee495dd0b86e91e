// Puts rows that are new on this device while the rest of their listing is still to come.

import type { Node } from '@satchel/shared/wire/nodes';
import type { WriteAnswer } from '../local/asked-rows.ts';
import { addListed } from '../local/listings.ts';

export class EarlyRows {
  readonly isFirstVisit: boolean;
  readonly #known: ReadonlySet<string>;
  readonly #askedAt: number;
  readonly #write: WriteAnswer;
  #waiting: Node[] = [];
  #put = 0;

  constructor(knownIds: readonly string[], askedAt: number, write: WriteAnswer) {
    this.isFirstVisit = knownIds.length === 0;
    this.#known = new Set(knownIds);
    this.#askedAt = askedAt;
    this.#write = write;
  }

  /** False for a page of a folder that is known: it is replaced as a whole, without a flicker. */
  async take(page: readonly Node[]): Promise<boolean> {
    if (page.some((node) => this.#known.has(node.id))) return false;
    this.#waiting.push(...page);
    // Each time the screen reads the folder anew, so the groups double: ten for a hundred pages.
    if (this.#waiting.length < this.#put) return true;
    const group = this.#waiting;
    this.#waiting = [];
    this.#put += group.length;
    await this.#write(() => addListed(group, this.#askedAt));
    return true;
  }
}
