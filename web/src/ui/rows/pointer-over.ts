import { rowIdAt } from './row-at.ts';

const RESTS_AFTER_MS = 400;

/** The pointer over a list. */
export class PointerOver {
  #last: PointerEvent | null = null;
  #rowId: string | null = null;

  /** The row that it was moved to; null where it is not over the list, or over no row of it. */
  get rowId(): string | null {
    return this.#rowId;
  }

  /** It neither moves nor presses anything. */
  get isAtRest(): boolean {
    if (this.#last === null) return true;
    return this.#last.buttons === 0 && performance.now() - this.#last.timeStamp > RESTS_AFTER_MS;
  }

  readonly note = (event: PointerEvent): void => {
    this.#last = event;
    this.#rowId = rowIdAt(event.target);
  };

  leave(): void {
    this.#last = null;
    this.#rowId = null;
  }

  /** Rows have moved beneath it. */
  lookAgain(): void {
    if (this.#last === null) return;
    this.#rowId = rowIdAt(document.elementFromPoint(this.#last.clientX, this.#last.clientY));
  }
}
