// Many sockets in one process. Told by IPC which to open, and then of which change to tell when it came.
import { WebSocket } from 'ws';
import { type Arrivals, now, type SocketsOrder } from './sockets.ts';

const open: WebSocket[] = [];
// Of which change, and when it came to each socket.
let wanted = '';
let arrivals: number[] = [];

function hear(data: Buffer): void {
  if (wanted === '' || !data.includes(wanted)) return;
  arrivals.push(now());
  if (arrivals.length < open.length) return;
  wanted = '';
  process.send?.({ arrivals } satisfies Arrivals);
}

function connect(url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false });
    let isReady = false;
    socket.on('message', (data: Buffer) => {
      if (isReady) return hear(data);
      isReady = data.includes('"hasMore":false');
      if (isReady) resolve();
    });
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    open.push(socket);
  });
}

const AT_ONCE = 50;

async function connectAll({ url, cookies }: SocketsOrder): Promise<void> {
  for (let at = 0; at < cookies.length; at += AT_ONCE) {
    await Promise.all(cookies.slice(at, at + AT_ONCE).map((cookie) => connect(url, cookie)));
  }
}

process.on('message', (order: SocketsOrder | { wanted: string }) => {
  if ('wanted' in order) {
    arrivals = [];
    wanted = order.wanted;
    process.send?.('listening');
    return;
  }
  connectAll(order).then(
    () => process.send?.('open'),
    (cause: unknown) => {
      process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
      process.exit(1);
    },
  );
});
process.send?.('ready');
