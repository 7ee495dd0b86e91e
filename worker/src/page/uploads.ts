// What a person does to uploads. Each acts at once in the queue; the uploader follows.

import type { Place } from '../engine/queue-order.ts';
import { readAccount } from '../local/account.ts';
import { readBackgroundFetch } from '../local/background-fetch.ts';
import { dropPlanned } from '../local/drop-planned.ts';
import { keepOrigins, type Origin } from '../local/origins.ts';
import { giveSource } from '../local/staged-chunks.ts';
import { type TransferLimits, writeTransferLimits } from '../local/transfer-limits.ts';
import * as queue from '../local/upload-queue.ts';
import { findUpload, readStoppedIds } from '../local/uploads.ts';
import { leaveBackground } from './background-fetch.ts';
import { stageSources } from './hashing.ts';
import { pump } from './pump.ts';
import { tabId } from './tab.ts';

export async function pauseUpload(id: string): Promise<void> {
  await tell({ type: 'pause' }, [id]);
}

export async function resumeUpload(id: string): Promise<void> {
  await tell({ type: 'resume' }, [id]);
}

/** Tries again what failed, is blocked or waits for its next try. */
export async function retryUpload(id: string): Promise<void> {
  await tell({ type: 'retry' }, [id]);
}

/** Tries everything again that failed or found no room; what is paused stays so. */
export async function retryAll(): Promise<void> {
  const { user } = await readAccount();
  if (user !== null) await tell({ type: 'retry' }, await readStoppedIds(user.id));
}

export async function pauseAll(): Promise<void> {
  await tell({ type: 'pause' });
}

export async function resumeAll(): Promise<void> {
  await tell({ type: 'resume' });
}

/** Puts uploads first, last or before another; what is under way then gives way. */
export async function moveUploads(ids: readonly string[], place: Place): Promise<void> {
  const { user } = await readAccount();
  if (user === null) return;
  await queue.moveInQueue(user.id, ids, place);
  pump({ retryNow: true, reordered: true });
}

/** What transfers may take of the network from now on. */
export async function limitTransfers(limits: TransferLimits): Promise<void> {
  await writeTransferLimits(limits);
  pump({ retryNow: true });
}

/** Takes an upload off the queue and frees what it took, here and on the server. */
export async function cancelUpload(id: string): Promise<void> {
  await leaveBackgroundFor([id]);
  await queue.removeUploads([id]);
  pump({ retryNow: true });
}

export async function cancelAll(): Promise<void> {
  await leaveBackground();
  const { user } = await readAccount();
  if (user === null) return;
  await queue.removeAllUploads(user.id);
  await dropPlanned(user.id);
  pump({ retryNow: true });
}

/** Takes what is done off the list. */
export async function clearFinished(): Promise<void> {
  const { user } = await readAccount();
  if (user !== null) await queue.clearFinished(user.id);
}

/** Gives an upload its file again, and where that lies if known. False when it is another file, by
 *  size or by date. */
export async function provideSource(
  id: string,
  source: File,
  origin: Origin | null = null,
): Promise<boolean> {
  const upload = await findUpload(id);
  if (upload === undefined || upload.sizeBytes !== source.size) return false;
  if (upload.stagedChunks > 0 && upload.lastModified !== source.lastModified) return false;
  if (!(await giveSource(id, await tabId()))) return false;
  if (origin !== null) await keepOrigins([{ uploadId: id, ...origin }]).catch(reportError);
  pump({ retryNow: true });
  stageSources([{ uploadId: id, source }], pump).catch(reportError);
  return true;
}

type Told = Parameters<typeof queue.tellUploads>[1];

async function tell(event: Told, ids?: readonly string[]): Promise<void> {
  const { user } = await readAccount();
  if (user === null) return;
  if (event.type === 'pause') await leaveBackgroundFor(ids);
  await queue.tellUploads(user.id, event, ids);
  pump({ retryNow: true });
}

/** What the browser sends by itself can't be held one by one: all of it comes back to the queue. */
async function leaveBackgroundFor(ids: readonly string[] | undefined): Promise<void> {
  const handed = (await readBackgroundFetch())?.uploadIds ?? [];
  if (ids === undefined || ids.some((id) => handed.includes(id))) await leaveBackground();
}
