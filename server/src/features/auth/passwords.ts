import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { limitConcurrency } from '../../lib/limit-concurrency.ts';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet).
export const POLICY = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password that nobody has, by the same policy: an unknown e-mail is checked against
 *  it, and so answered as slowly as a known one. */
export const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$fwG4K1nKaYrdQHdfgajeqA$8HbC6rdw6dow570+rTYEnEttXntY29HoDpvHmq6/vgw';

/** Hashes and checks passwords. Half of the cores at most do so at a time: a wave of sign-ins waits,
 *  and uploads go on. */
export interface Passwords {
  hash(password: string): Promise<string>;
  matches(passwordHash: string, password: string): Promise<boolean>;
}

export function createPasswords(): Passwords {
  const inTurn = limitConcurrency(Math.max(1, Math.floor(availableParallelism() / 2)));
  return {
    hash: (password) => inTurn(() => hash(normalize(password), POLICY)),
    matches: (passwordHash, password) => inTurn(() => verify(passwordHash, normalize(password))),
  };
}

// Keyboards write the same é in two ways; it is the same password.
function normalize(password: string): string {
  return password.normalize('NFKC');
}
