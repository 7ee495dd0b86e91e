import { randomUUID } from 'node:crypto';
import { CHUNK_BYTES, type ChunkSource } from './chunk-source.ts';
import { HttpClient } from './http-client.ts';
import { type LoadOrder, sendAll } from './load.ts';

const JSON_BODY = { 'content-type': 'application/json' };

/** A person who signs up, then, with the clock running: init, check, every chunk, complete. */
export async function sendToSatchel(order: LoadOrder, source: ChunkSource) {
  const client = new HttpClient(order.origin, order.connections);
  const cookie = await signUp(client);
  const post = async (path: string, expected: number, body: object) => {
    const headers = { ...JSON_BODY, cookie };
    return client.send('POST', `/api/v1${path}`, expected, headers, JSON.stringify(body));
  };
  return async () => {
    const size = order.chunks * CHUNK_BYTES;
    const init = { filename: 'load.bin', size, folderId: null, mimeType: '' };
    const { text } = await post('/upload/init', 201, init);
    const { uploadId } = JSON.parse(text) as { uploadId: string };
    await post(`/upload/${uploadId}/check`, 200, { chunkHashes: source.hashes });
    const latencies = await sendAll(order, async (index, connection) => {
      const headers = {
        cookie,
        'content-type': 'application/octet-stream',
        'x-chunk-hash': source.hashes[index],
      };
      const path = `/api/v1/upload/${uploadId}/chunk/${index}`;
      await client.send('PUT', path, 200, headers, source.chunk(index, connection));
    });
    await post(`/upload/${uploadId}/complete`, 200, {});
    client.close();
    return latencies;
  };
}

async function signUp(client: HttpClient): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const body = JSON.stringify({ email, password: 'a long password', displayName: 'Load' });
  const answer = await client.send('POST', '/api/v1/auth/register', 201, JSON_BODY, body);
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
}
