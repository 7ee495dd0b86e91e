import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Holds a directory for one process at a time, by listening on a local name derived from `secret`
 *  and the directory. The system gives the name back when the process dies, however it dies, so
 *  there is no stale lock and no process id that could belong to somebody else by now. Returns how
 *  to let go; undefined when another process holds it. */
export async function lockDirectory(
  directory: string,
  secret: string,
): Promise<(() => Promise<void>) | undefined> {
  const name = localName(createHash('sha256').update(`${secret}\0${directory}`).digest('hex'));
  const server = (await listen(name)) ?? (await listenAgain(name));
  if (server === undefined) return undefined;
  return () => new Promise((done) => server.close(() => done()));
}

function localName(digest: string): string {
  const name = `satchel-${digest.slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve(server.unref()));
  });
}

/** Where the name is a file (macOS, BSD) it outlives its process: nobody answers on it then. */
async function listenAgain(name: string): Promise<Server | undefined> {
  const isFile = name.startsWith('/');
  if (!isFile || (await answers(name))) return undefined;
  await rm(name, { force: true });
  return await listen(name);
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
