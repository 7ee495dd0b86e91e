// The rules of an upload's life: whose it is, whether it is still open, and how long it lives. It
// does not know how uploads are kept.
import type { CompleteAnswer, OnConflict } from '@satchel/shared/wire/uploads';
import { refuse } from '../../lib/refuse.ts';

export const UPLOAD_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** Sliding the end of an upload costs a write, so it moves at most this often. */
const SLIDE_AT_MOST_EVERY_MS = 24 * 60 * 60 * 1000;

export interface Upload {
  readonly id: string;
  readonly userId: string;
  readonly spaceId: string;
  /** Where a new file goes, and where an existing one lay when the upload began. */
  readonly folderId: string;
  readonly filename: string;
  readonly size: number;
  readonly mimeType: string;
  readonly lastModified: Date | null;
  /** The id that a new file is to have, chosen by the client. */
  readonly newFileId: string | null;
  readonly fileId: string | null;
  readonly baseVersion: number | null;
  readonly onConflict: OnConflict;
  readonly status: 'open' | 'completed' | 'cancelled' | 'expired';
  readonly result: UploadResult | null;
  readonly expiresAt: Date;
}

/** What a completed upload remembers: the answer for whoever asks again, and what became of its
 *  chunks, to tell a repeated one from another. */
export interface UploadResult {
  readonly answer: CompleteAnswer;
  readonly contentId: string;
}

type Life = Pick<Upload, 'userId' | 'status' | 'expiresAt'>;

/** The upload, if it is the caller's and there is still something to say about it. Refuses
 *  `not-found` for another's, so nobody learns of it, and `gone` for what was cancelled or ran out. */
export function demandLiving<U extends Life>(
  upload: U | undefined,
  userId: string,
  now: Date,
): U & { readonly status: 'open' | 'completed' } {
  const own = demandOwn(upload, userId);
  if (!isLiving(own, now)) refuse('gone', { detail: 'The upload was cancelled or has expired.' });
  return own;
}

export function demandOwn<U extends Life>(upload: U | undefined, userId: string): U {
  return upload !== undefined && upload.userId === userId ? upload : refuse('not-found');
}

function isLiving<U extends Life>(
  upload: U,
  now: Date,
): upload is U & { readonly status: 'open' | 'completed' } {
  return upload.status === 'completed' || (upload.status === 'open' && !isOverdue(upload, now));
}

/** Past its end, whether or not the sweep has been here yet. */
export function isOverdue(upload: Pick<Upload, 'expiresAt'>, now: Date): boolean {
  return upload.expiresAt <= now;
}

export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + UPLOAD_LIFE_MS);
}

export function isSlideDue(expiresAt: Date, now: Date): boolean {
  return expiryFrom(now).getTime() - expiresAt.getTime() >= SLIDE_AT_MOST_EVERY_MS;
}
