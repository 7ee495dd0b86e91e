import { CHUNK_BYTES, type ChunkSource } from './chunk-source.ts';
import { HttpClient } from './http-client.ts';
import { type LoadOrder, sendAll } from './load.ts';

const TUS = { 'tus-resumable': '1.0.0' };

/** One upload for each connection, as tus takes the chunks of one upload one after the other only. */
export async function sendToTus(order: LoadOrder, source: ChunkSource) {
  const client = new HttpClient(order.origin, order.connections);
  const length = Math.ceil(order.chunks / order.connections) * order.connections * CHUNK_BYTES;
  return async () => {
    const uploads = await Promise.all(
      Array.from({ length: order.connections }, () => create(client, length)),
    );
    const latencies = await sendAll(order, async (index, connection) => {
      const upload = uploads[connection];
      if (upload === undefined) throw new Error('every connection has an upload');
      const headers = {
        ...TUS,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': upload.offset,
      };
      await client.send('PATCH', upload.path, 204, headers, source.chunk(index, connection));
      upload.offset += CHUNK_BYTES;
    });
    client.close();
    return latencies;
  };
}

async function create(client: HttpClient, length: number) {
  const answer = await client.send('POST', '/files', 201, { ...TUS, 'upload-length': length });
  return { path: new URL(String(answer.headers.location)).pathname, offset: 0 };
}
