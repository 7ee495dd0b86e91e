// The load: one process that sends the same chunks in the same way to whatever is measured. Told by
// IPC what to send where; answers with how long it took and how long each chunk waited.
import { ChunkSource } from './chunk-source.ts';
import type { LoadOrder, LoadReport } from './load.ts';
import { sendToSatchel } from './send-to-satchel.ts';
import { sendToSink } from './send-to-sink.ts';
import { sendToTus } from './send-to-tus.ts';

const SENDERS = { satchel: sendToSatchel, sink: sendToSink, tus: sendToTus };

async function run(order: LoadOrder): Promise<LoadReport> {
  // Made, and hashed, before the clock starts: hashing is the work of the client's own bench.
  const source = new ChunkSource(order.chunks);
  const send = await SENDERS[order.protocol](order, source);
  const startedAt = performance.now();
  const latenciesMs = await send();
  return { seconds: (performance.now() - startedAt) / 1000, latenciesMs };
}

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send?.(report),
    (cause: unknown) => {
      process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
      process.exit(1);
    },
  );
});
process.send?.('ready');
