/** Long enough for a click that was on its way, too short to look like something that is missing. */
const HELD_MS = 2000;
const LOOK_AGAIN_MS = 400;
const SETTLES_MS = 150;

/** Empty room above and below the rows: one of them stays where it is though there is nothing to scroll.
 *  It is taken back soon, once nobody is about to point at a row. */
export class RoomAround {
  readonly #rows: () => HTMLElement | null;
  readonly #mayEnd: () => boolean;
  readonly #onEnd: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(room: {
    readonly rows: () => HTMLElement | null;
    /** Whether the rows may move now. */
    readonly mayEnd: () => boolean;
    /** Told when they have. */
    readonly onEnd: () => void;
  }) {
    this.#rows = room.rows;
    this.#mayEnd = room.mayEnd;
    this.#onEnd = room.onEnd;
  }

  get abovePx(): number {
    return Number.parseFloat(this.#rows()?.style.marginBlockStart ?? '') || 0;
  }

  give(abovePx: number, belowPx: number): void {
    clearTimeout(this.#timer);
    const rows = this.#rows();
    if (rows === null) return;
    rows.style.marginBlockStart = `${abovePx}px`;
    rows.style.marginBlockEnd = `${belowPx}px`;
    if (abovePx + belowPx > 0) this.#endIn(HELD_MS);
  }

  end(): void {
    this.give(0, 0);
  }

  #endIn(ms: number): void {
    this.#timer = setTimeout(() => {
      if (this.#mayEnd()) this.#settle();
      else this.#endIn(LOOK_AGAIN_MS);
    }, ms);
  }

  /** Shows where the rows go. */
  #settle(): void {
    const fromPx = this.abovePx;
    this.end();
    this.#onEnd();
    if (fromPx === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const frames = { transform: [`translateY(${fromPx}px)`, 'none'] };
    this.#rows()?.animate(frames, { duration: SETTLES_MS, easing: 'ease-out' });
  }
}
