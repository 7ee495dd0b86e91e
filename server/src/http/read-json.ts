import type { IncomingMessage } from 'node:http';
import { Refusal, refuse } from '../lib/refuse.ts';

export const MAX_JSON_BYTES = 1024 * 1024;

/** The body of a request as JSON, never more of it than the limit in memory. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  checkMediaType(request);
  const text = decode(await readBytes(request));
  try {
    return JSON.parse(text);
  } catch {
    refuse('invalid-request', { detail: 'The body is not JSON.' });
  }
}

function checkMediaType(request: IncomingMessage): void {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers;
  const [essence, ...parameters] = (type ?? '').split(';').map((part) => part.trim().toLowerCase());
  const isPlain = encoding === undefined || encoding === 'identity';
  const isUtf8 = parameters.every((parameter) => isUtf8Charset(parameter));
  if (essence === 'application/json' && isPlain && isUtf8) return;
  refuse('unsupported-media-type', { detail: 'Send application/json in UTF-8.' });
}

function isUtf8Charset(parameter: string): boolean {
  const [name, value] = parameter.split('=');
  return name !== 'charset' || value?.replaceAll('"', '') === 'utf-8';
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_JSON_BYTES) refuse('body-too-large');
  const parts: Buffer[] = [];
  let size = 0;
  // Not `for await`: leaving it early would destroy the socket, and the refusal with it.
  return new Promise((resolve, reject) => {
    const take = (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size > MAX_JSON_BYTES) finish(() => reject(new Refusal('body-too-large')));
    };
    const finish = (settle: () => void) => {
      request.off('data', take);
      settle();
    };
    request.on('data', take);
    request.once('end', () => finish(() => resolve(Buffer.concat(parts))));
    request.once('error', (error) => finish(() => reject(error)));
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refuse('invalid-request', { detail: 'The body is not UTF-8.' });
  }
}
