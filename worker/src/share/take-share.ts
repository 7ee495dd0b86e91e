// What another app shares with this one: the system posts it as a form to an address of ours, and no
// server ever sees it. The files go into the queue, signed in or not, online or not.

import { uuidv7 } from 'uuidv7';
import type { Digest } from '../digest/digest.ts';
import { readAccount } from '../local/account.ts';
import { addTree, type QueuedSource } from '../local/add-tree.ts';
import { holdWhileAlive } from '../local/presence.ts';
import { readQueueOwner } from '../local/queue-owner.ts';
import { removeUploads } from '../local/upload-queue.ts';
import { isForeignForm } from './foreign-form.ts';
import { stageShared } from './stage-shared.ts';

/** As the manifest says; `web/build/web-manifest.ts` has the same. */
export const SHARE_PATH = '/share';
const FIELD = 'files';
const REFUSED =
  'Nothing was taken. Files come here from apps of this device, not from other sites.';

let stager: Promise<string> | null = null;

/** Answers with the way to the app, once the files are this browser's own. */
export async function takeShare(digest: Digest, request: Request): Promise<Response> {
  if (isForeign(request)) return new Response(REFUSED, { status: 403 });
  const form = await request.formData();
  const files = form.getAll(FIELD).filter((value) => value instanceof File);
  const queued = await queueFiles(files);
  const kept = await Promise.all(queued.map((file) => stageOrDrop(digest, file)));
  const count = kept.filter(Boolean).length;
  const outcome = new URLSearchParams({ shared: String(count) });
  if (count < files.length) outcome.set('unshared', String(files.length - count));
  const { isSignedIn } = await readAccount();
  return Response.redirect(`${isSignedIn ? '/files' : '/sign-in'}?${outcome}`, 303);
}

function isForeign({ referrer, destination, headers }: Request): boolean {
  const form = { origin: headers.get('origin'), referrer, destination };
  return isForeignForm(form, location.origin);
}

async function queueFiles(files: readonly File[]): Promise<QueuedSource<File>[]> {
  const { userId, folderId } = await readQueueOwner();
  const entries = files.map((source) => ({ kind: 'file', path: [source.name], source }) as const);
  return addTree({ userId, stager: await ownName(), folderId, entries, newId: uuidv7 });
}

/** While this thread lives, others see that somebody is still reading. */
function ownName(): Promise<string> {
  stager ??= (async () => {
    const name = `share-${uuidv7()}`;
    await holdWhileAlive(name);
    return name;
  })();
  return stager;
}

/** False where there is no room: what cannot be kept whole is not kept at all. */
async function stageOrDrop(digest: Digest, file: QueuedSource<File>): Promise<boolean> {
  try {
    await stageShared(digest, file);
    return true;
  } catch (error) {
    console.warn('could not keep a shared file', error);
    await removeUploads([file.uploadId]);
    return false;
  }
}
