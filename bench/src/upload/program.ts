import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on any free port and tells the process that started this one. */
export function announce(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ origin: `http://127.0.0.1:${port}` });
  });
}
