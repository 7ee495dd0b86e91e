// A number of places, which may change; whoever finds none waits in line, the first in the queue of
// uploads before those behind it.

interface Waiting {
  readonly position: number;
  readonly begin: () => void;
}

export class Slots {
  #count: number;
  #taken = 0;
  readonly #line: Waiting[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  async take(position: number): Promise<void> {
    if (this.#taken < this.#count) {
      this.#taken++;
      return;
    }
    await new Promise<void>((begin) => this.#line.push({ position, begin }));
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
      const next = this.#takeFirst();
      if (next === undefined) return;
      this.#taken++;
      next.begin();
    }
  }

  // The line is as long as there are lanes: a handful.
  #takeFirst(): Waiting | undefined {
    const positions = this.#line.map(({ position }) => position);
    const [first] = this.#line.splice(positions.indexOf(Math.min(...positions)), 1);
    return first;
  }
}
