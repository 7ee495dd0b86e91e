import type { Duplex } from 'node:stream';
import { ERRORS, type ErrorCode } from '@satchel/shared/errors';
import { Refusal } from '../lib/refuse.ts';
import { problemAnswer } from './problem.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers what Node could not read as HTTP; no middleware ever sees it. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODES[error.code ?? ''] ?? 'invalid-request';
  const { status, body, headers } = problemAnswer(new Refusal(code));
  const text = JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${status} ${ERRORS[code].title}`,
    ...Object.entries({ ...headers, 'Content-Length': Buffer.byteLength(text) }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}
