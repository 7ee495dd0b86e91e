/** Opens one socket for each cookie. */
export interface SocketsOrder {
  readonly url: string;
  readonly cookies: readonly string[];
}

/** When a change came to each socket. */
export interface Arrivals {
  readonly arrivals: readonly number[];
}

/** Milliseconds on a clock that all processes of the machine share. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
