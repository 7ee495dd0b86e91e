// Shows something that changes all the time now and then only, and its last state always.

export class CalmView<Value> {
  readonly #show: (value: Value) => void;
  readonly #restMs: number;
  #coming: { readonly timer: ReturnType<typeof setTimeout>; value: Value } | null = null;

  constructor(show: (value: Value) => void, restMs: number) {
    this.#show = show;
    this.#restMs = restMs;
  }

  /** What was to be shown soon is out of date by that. */
  showNow(value: Value): void {
    this.stop();
    this.#show(value);
  }

  /** Within a while, with what it is by then. */
  showSoon(value: Value): void {
    if (this.#coming !== null) this.#coming.value = value;
    else this.#coming = { value, timer: setTimeout(() => this.#showComing(), this.#restMs) };
  }

  /** Nothing more is shown of what was given so far. */
  stop(): void {
    clearTimeout(this.#coming?.timer);
    this.#coming = null;
  }

  #showComing(): void {
    if (this.#coming !== null) this.showNow(this.#coming.value);
  }
}
