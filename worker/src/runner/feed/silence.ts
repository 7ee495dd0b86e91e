// When a socket that says nothing is looked after: the pings of the server are not seen here.

/** An idle screen asks so rarely that ten thousand of them are no load. */
const IDLE_MS = 60_000;
/** Whoever does something sees what is said of the way, and counts on it. */
const IN_USE_MS = 5_000;

export class Silence {
  #since = 0;
  #isInUse = false;

  /** A socket has opened. */
  begin(now: number): void {
    this.#since = now;
  }

  /** The server was heard, or is being asked. */
  end(now: number): void {
    this.#since = now;
    this.#isInUse = false;
  }

  /** Somebody does something here: until the server is heard next it is waited for less. */
  use(): void {
    this.#isInUse = true;
  }

  leftMs(now: number): number {
    return Math.max(0, this.#since + (this.#isInUse ? IN_USE_MS : IDLE_MS) - now);
  }
}
