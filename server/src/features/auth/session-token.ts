import { createHash, randomBytes } from 'node:crypto';

/** A secret that names a session: 256 random bits. The server keeps only its digest. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
