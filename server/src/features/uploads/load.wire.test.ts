import { connect, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  begin,
  CHUNK,
  randomFile,
  sha256,
  storedFiles,
  uploadCalls,
} from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

/** A connection that announces a chunk and sends only a part of it. */
function sendPart(uploadId: string, bytes: Buffer, part: number): Socket {
  const { hostname, port, host } = new URL(anna.origin);
  const socket = connect(Number(port), hostname);
  const head = [
    `PUT /api/v1/upload/${uploadId}/chunk/0 HTTP/1.1`,
    `Host: ${host}`,
    `Cookie: ${[...anna.cookies].map((pair) => pair.join('=')).join('; ')}`,
    'Content-Type: application/octet-stream',
    `Content-Length: ${bytes.length}`,
    `X-Chunk-Hash: ${sha256(bytes)}`,
  ];
  socket.on('error', () => {});
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(bytes.subarray(0, part));
  return socket;
}

/** Resolves when no socket has sent a byte for a while: the server takes nothing more. */
async function untilStill(sockets: readonly Socket[]): Promise<void> {
  const sent = () =>
    sockets.reduce(
      (sum, { bytesWritten, writableLength }) => sum + bytesWritten - writableLength,
      0,
    );
  for (let before = -1; before !== sent(); ) {
    before = sent();
    await new Promise((done) => setTimeout(done, 200));
  }
}

function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
  return process.memoryUsage().arrayBuffers;
}

describe('many and slow clients', () => {
  it('UP12 clients that hang up in the middle leave nothing, and take no room from others', async () => {
    const file = randomFile(CHUNK);
    const { uploadId } = await begin(anna, file);
    const sockets = Array.from({ length: 40 }, () => sendPart(uploadId, file.bytes, 100_000));
    await untilStill(sockets);
    for (const socket of sockets) socket.destroy();
    expect((await uploadCalls(anna).put(uploadId, 0, file.bytes)).status).toBe(200);
    expect((await storedFiles(world)).filter((name) => !file.hashes.includes(name))).toEqual([]);
  });

  it('UP13 one person who sends slowly does not keep another from sending', async () => {
    const file = randomFile(CHUNK);
    const { uploadId } = await begin(anna, file);
    const slow = Array.from({ length: 30 }, () => sendPart(uploadId, file.bytes, 1000));
    await untilStill(slow);
    const bert = await world.signUp('Bert');
    const his = randomFile(CHUNK);
    const upload = await begin(bert, his);
    expect((await uploadCalls(bert).put(upload.uploadId, 0, his.bytes)).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it('UP13 fifty slow chunks at once hold no more than the pool', async () => {
    const file = randomFile(CHUNK);
    const { uploadId } = await begin(anna, file);
    const before = bytesHeld();
    const slow = Array.from({ length: 50 }, () => sendPart(uploadId, file.bytes, CHUNK - 1));
    await untilStill(slow);
    // What each connection may have read ahead comes on top.
    expect(bytesHeld() - before).toBeLessThan(16 * CHUNK + 50 * 256 * 1024);
    for (const socket of slow) socket.destroy();
    expect((await uploadCalls(anna).put(uploadId, 0, file.bytes)).status).toBe(200);
  });
});
