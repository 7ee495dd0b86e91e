// Opens again what a tab was reading when it went away.

import { readAccount } from '../local/account.ts';
import { findOrigin, forgetStaleOrigins, type Origin, readReopenable } from '../local/origins.ts';
import { readWithoutSource } from '../local/staged-chunks.ts';
import { provideSource } from './uploads.ts';

// Chromium alone has these, and alone gives handles to keep.
interface Permitted {
  queryPermission(): Promise<PermissionState>;
  requestPermission(): Promise<PermissionState>;
}

export type { Origin };

/** Reads on at a person's click: the browser may ask them first. False where it is not to be had. */
export async function reopen(uploadId: string): Promise<boolean> {
  const origin = await findOrigin(uploadId);
  if (origin === undefined || !(await isGranted(origin, 'requestPermission'))) return false;
  return readOn(uploadId, origin);
}

/** Reads on whatever this browser still lets us read without asking, as after a reload. */
export async function reopenPermitted(): Promise<void> {
  const { user } = await readAccount();
  if (user === null) return;
  await forgetStaleOrigins();
  const waiting = (await readWithoutSource(user.id)).map(({ id }) => id);
  for (const id of await readReopenable(waiting)) {
    const origin = await findOrigin(id);
    if (origin && (await isGranted(origin, 'queryPermission'))) await readOn(id, origin);
  }
}

async function readOn(uploadId: string, origin: Origin): Promise<boolean> {
  const file = await fileOf(origin).catch(() => null);
  return file !== null && provideSource(uploadId, file);
}

async function isGranted({ handle }: Origin, ask: keyof Permitted): Promise<boolean> {
  const permitted = handle as FileSystemHandle & Partial<Permitted>;
  return (await permitted[ask]?.()) === 'granted';
}

async function fileOf({ handle, path }: Origin): Promise<File> {
  let at = handle;
  for (const [i, name] of path.entries()) {
    const folder = at as FileSystemDirectoryHandle;
    const isLast = i === path.length - 1;
    at = await (isLast ? folder.getFileHandle(name) : folder.getDirectoryHandle(name));
  }
  return (at as FileSystemFileHandle).getFile();
}
