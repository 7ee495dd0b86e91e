import { connect } from 'node:net';

/** Sends bytes as they are and gives back everything that comes until the server closes, or until
 *  `isEnough` says so: for what no HTTP client would send. */
export function sendRaw(
  origin: string,
  bytes: string | Buffer,
  isEnough: (received: string) => boolean = () => false,
): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      received += part;
      if (isEnough(received)) socket.destroy();
    });
    socket.on('close', () => resolve(received));
    socket.on('error', (error) => (received === '' ? reject(error) : resolve(received)));
  });
}
