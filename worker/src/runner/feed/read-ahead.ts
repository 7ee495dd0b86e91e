// Asks for the pages of the feed one after the other, ahead of who writes them. Some are written together:
// a transaction costs several round trips, whatever is in it.

import type { ChangesPage } from '@satchel/shared/wire/sync';

/** Pages that wait in memory, each of a thousand changes at most. */
const AHEAD_AT_MOST = 8;
/** Fewer are given only where no more come. */
const TOGETHER = 4;

type Ask = (cursor: string | null) => Promise<ChangesPage>;

export class ReadAhead {
  readonly #ask: Ask;
  readonly #come: ChangesPage[] = [];
  #failure: { readonly error: unknown } | null = null;
  #asking: Promise<void> | null = null;
  #next: { readonly cursor: string | null } | null;

  constructor(ask: Ask, cursor: string | null) {
    this.#ask = ask;
    this.#next = { cursor };
    this.#askOn();
  }

  /** Everything that has come, as one page. What is refused is thrown once all that came before it was
   *  taken. */
  async take(): Promise<ChangesPage> {
    while (this.#come.length < TOGETHER && this.#asking !== null) await this.#asking;
    const pages = this.#come.splice(0);
    const last = pages.at(-1);
    if (last === undefined) throw this.#failure?.error;
    this.#askOn();
    return { ...last, changes: pages.flatMap(({ changes }) => changes) };
  }

  #askOn(): void {
    if (this.#asking !== null || this.#next === null || this.#come.length >= AHEAD_AT_MOST) return;
    this.#asking = this.#askFor(this.#next.cursor).finally(() => {
      this.#asking = null;
      this.#askOn();
    });
  }

  async #askFor(cursor: string | null): Promise<void> {
    try {
      const page = await this.#ask(cursor);
      this.#come.push(page);
      this.#next = page.hasMore ? { cursor: page.cursor } : null;
    } catch (error) {
      this.#failure = { error };
      this.#next = null;
    }
  }
}
