export interface LoadOrder {
  readonly protocol: 'satchel' | 'sink' | 'tus';
  readonly origin: string;
  readonly chunks: number;
  readonly connections: number;
}

export interface LoadReport {
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
}

/** Sends every index, `connections` at a time, and times each from its beginning to its answer. */
export async function sendAll(
  { chunks, connections }: LoadOrder,
  send: (index: number, connection: number) => Promise<void>,
): Promise<number[]> {
  const latenciesMs: number[] = [];
  let next = 0;
  async function connection(number: number): Promise<void> {
    while (next < chunks) {
      const index = next++;
      const startedAt = performance.now();
      await send(index, number);
      latenciesMs.push(performance.now() - startedAt);
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, number) => connection(number)));
  return latenciesMs;
}
