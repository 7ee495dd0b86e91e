import { createHash, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** What makes two requests the same one. */
export interface RequestIdentity {
  readonly userId: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** As its schema read it, so the order and spacing of what was written do not matter. */
  readonly body: unknown;
  readonly hasSecretBody: boolean;
}

const stretch = promisify(scrypt) as (
  text: string,
  salt: string,
  length: number,
) => Promise<Buffer>;

/** SHA-256 over the request. A body that holds a password is stretched first: a fast hash of it, kept
 *  for a day, would be a gift to whoever gets hold of the table. */
export async function fingerprint(identity: RequestIdentity): Promise<Buffer> {
  const { userId, method, path, body, hasSecretBody } = identity;
  const written = JSON.stringify(body ?? null);
  const part = hasSecretBody ? (await stretch(written, userId, 32)).toString('hex') : written;
  return createHash('sha256').update([method, path, part].join('\n')).digest();
}
