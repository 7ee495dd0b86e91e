// Asks for the pages of the feed ahead of who writes them: the next one as soon as the server says where
// it begins, while this one is still on its way. Some are written together: a transaction costs several
// round trips, whatever is in it.

import type { ChangesPage } from '@satchel/shared/wire/sync';

/** Pages asked for and not taken yet, each of a thousand changes at most. */
const AHEAD_AT_MOST = 8;
const TOGETHER = 4;

type Ask = (cursor: string | null, onNext: (cursor: string) => void) => Promise<ChangesPage>;

export class ReadAhead {
  readonly #ask: Ask;
  /** In the order of the feed. */
  readonly #pages: Promise<ChangesPage>[] = [];
  #next: { readonly cursor: string | null } | null;

  constructor(ask: Ask, cursor: string | null) {
    this.#ask = ask;
    this.#next = { cursor };
    this.#askOn();
  }

  /** The next pages as one: fewer than four only where no more come. What is refused is thrown once all
   *  that came before it was taken. */
  async take(): Promise<ChangesPage> {
    const taken: ChangesPage[] = [];
    while (taken.length < TOGETHER && this.#pages.length > 0) {
      const page = await this.#take(taken.length > 0);
      if (page === null) break;
      taken.push(page);
    }
    const last = taken.at(-1);
    if (last === undefined) throw new Error('all pages were taken');
    return { ...last, changes: taken.flatMap(({ changes }) => changes) };
  }

  /** Null where it was refused and may be left for the next time. */
  async #take(mayBeLeft: boolean): Promise<ChangesPage | null> {
    try {
      const page = await this.#pages[0];
      void this.#pages.shift();
      this.#askOn();
      return page ?? null;
    } catch (error) {
      if (mayBeLeft) return null;
      throw error;
    }
  }

  #askOn(): void {
    if (this.#next === null || this.#pages.length >= AHEAD_AT_MOST) return;
    const { cursor } = this.#next;
    this.#next = null;
    const page = this.#askFor(cursor);
    // Whoever takes it hears of it.
    page.catch(() => undefined);
    this.#pages.push(page);
  }

  async #askFor(cursor: string | null): Promise<ChangesPage> {
    let isNextKnown = false;
    const goOn = (next: string) => {
      if (isNextKnown) return;
      isNextKnown = true;
      this.#next = { cursor: next };
      this.#askOn();
    };
    const page = await this.#ask(cursor, goOn);
    if (page.hasMore) goOn(page.cursor);
    return page;
  }
}
