// A number of places, which may change; whoever finds none waits in line.

export class Slots {
  #count: number;
  #taken = 0;
  readonly #line: (() => void)[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  async take(): Promise<void> {
    if (this.#taken < this.#count) {
      this.#taken++;
      return;
    }
    await new Promise<void>((resolve) => this.#line.push(resolve));
  }

  give(): void {
    this.#taken--;
    this.#admit();
  }

  /** With fewer than are taken, those that have one keep it. */
  resize(count: number): void {
    this.#count = count;
    this.#admit();
  }

  #admit(): void {
    while (this.#taken < this.#count) {
      const next = this.#line.shift();
      if (next === undefined) return;
      this.#taken++;
      next();
    }
  }
}
