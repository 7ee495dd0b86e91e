import type { ChunkSource } from './chunk-source.ts';
import { HttpClient } from './http-client.ts';
import { type LoadOrder, sendAll } from './load.ts';

const OCTETS = { 'content-type': 'application/octet-stream' };

export async function sendToSink(order: LoadOrder, source: ChunkSource) {
  const client = new HttpClient(order.origin, order.connections);
  return async () => {
    const latencies = await sendAll(order, async (index, connection) => {
      const bytes = source.chunk(index, connection);
      const headers = { ...OCTETS, 'x-chunk-hash': source.hashes[index] };
      await client.send('PUT', `/${index}`, 200, headers, bytes);
    });
    client.close();
    return latencies;
  };
}
