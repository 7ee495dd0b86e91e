// The least a server can do to a change: send it to every socket there is. No accounts, no records.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { announce } from '../upload/program.ts';

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const change = Buffer.concat(parts);
    for (const socket of sockets.clients) socket.send(change, { binary: false });
    response.end('{}');
  });
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => socket.send('{"hasMore":false}'));
announce(server);
