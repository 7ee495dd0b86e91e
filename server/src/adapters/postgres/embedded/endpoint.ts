import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunAs } from './run-as.ts';

/** Where PostgreSQL listens, as its settings and as a client's address. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

const SOCKET_PORT = 5432;
// 104 bytes on macOS and 108 on Linux, with the terminating zero.
const MAX_SOCKET_PATH_BYTES = 103;

/** A socket in the cluster itself, which only its owner can enter; in a private temporary directory
 *  where that path is too long; on Windows a free port of the loopback. */
export async function chooseEndpoint(cluster: string, runAs?: RunAs): Promise<Endpoint> {
  if (process.platform === 'win32') return await loopback();
  const path = join(cluster, `.s.PGSQL.${SOCKET_PORT}`);
  // Relative to the cluster: PostgreSQL may not be allowed to walk the path from the root.
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES) return socketIn(cluster, '.');
  const directory = await mkdtemp(join(tmpdir(), 'satchel-'));
  await chmod(directory, 0o700);
  if (runAs !== undefined) await chown(directory, runAs.uid, runAs.gid);
  return {
    ...socketIn(directory, directory),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

function socketIn(host: string, directory: string): Endpoint {
  return {
    host,
    port: SOCKET_PORT,
    settings: {
      listen_addresses: '',
      port: `${SOCKET_PORT}`,
      unix_socket_directories: directory,
      unix_socket_permissions: '0700',
    },
    remove: async () => {},
  };
}

async function loopback(): Promise<Endpoint> {
  const port = await freePort();
  return {
    host: '127.0.0.1',
    port,
    settings: { listen_addresses: '127.0.0.1', port: `${port}` },
    remove: async () => {},
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
