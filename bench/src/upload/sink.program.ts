// The least a server can do to a chunk: collect it into a reused buffer, hash it once, write it once
// and, where the second argument is "sync", wait for the disk. No accounts, no records, no names.
import { createHash, randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { announce } from './program.ts';

const [directory = '', mode] = process.argv.slice(2);
// So that a browser, too, can send to it from an origin of its own.
const PAGE = '<!doctype html><title>Bare PUTs</title><input type="file" id="file" multiple>';
const buffers: Buffer[] = [];

async function collect(request: IncomingMessage, buffer: Buffer): Promise<Buffer> {
  let filled = 0;
  request.on('data', (piece: Buffer) => {
    filled += piece.copy(buffer, filled);
  });
  await new Promise((resolve, reject) => request.on('end', resolve).on('error', reject));
  return buffer.subarray(0, filled);
}

async function keep(bytes: Buffer): Promise<void> {
  const handle = await open(join(directory, randomUUID()), 'wx');
  try {
    await handle.write(bytes);
    if (mode === 'sync') await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function put(request: IncomingMessage): Promise<string> {
  const buffer = buffers.pop() ?? Buffer.allocUnsafeSlow(4 * 1024 * 1024);
  try {
    const bytes = await collect(request, buffer);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await keep(bytes);
    return hash;
  } finally {
    buffers.push(buffer);
  }
}

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html').end(PAGE);
    return;
  }
  put(request).then(
    (hash) => response.end(JSON.stringify({ received: true, hash })),
    () => response.writeHead(500).end(),
  );
});
announce(server);
