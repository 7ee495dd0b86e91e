import { isActive, type UploadRow } from '@satchel/worker/local/uploads';
import { explainStop } from './explain-stop.ts';

// With more files on the way than this, each single end would drown the next.
const TOLD_SINGLY = 3;

/** What a screen reader should hear about the step from `before` to `after`: ends and failures,
 *  never progress. Null when there is nothing new. */
export function transferNews(
  before: readonly UploadRow[],
  after: readonly UploadRow[],
): string | null {
  const was = new Map(before.map((upload) => [upload.id, upload.state]));
  const isNew = ({ id, state }: UploadRow) => was.has(id) && was.get(id) !== state;
  const stopped = after.filter((upload) => isStopped(upload) && isNew(upload));
  const arrived = after.filter((upload) => upload.state === 'done' && isNew(upload));
  const parts = [stoppedWords(stopped), arrivedWords(arrived, after)];
  return parts.filter((part) => part !== null).join(' ') || null;
}

function stoppedWords(stopped: readonly UploadRow[]): string | null {
  const [first] = stopped;
  if (first === undefined) return null;
  if (stopped.length > 1) return `${stopped.length} transfers stopped.`;
  if (first.state === 'blocked') return `${first.filename} waits: it needs you.`;
  return `${first.filename}. ${explainStop(first)}`;
}

function arrivedWords(arrived: readonly UploadRow[], all: readonly UploadRow[]): string | null {
  if (arrived.length === 0) return null;
  if (!all.some(isActive)) {
    const count = all.filter(({ state }) => state === 'done').length;
    return count === 1 ? `${arrived[0]?.filename} arrived.` : `All ${count} files arrived.`;
  }
  if (all.length > TOLD_SINGLY) return null;
  return arrived.map(({ filename }) => `${filename} arrived.`).join(' ');
}

function isStopped({ state }: UploadRow): boolean {
  return state === 'failed' || state === 'needs-source' || state === 'blocked';
}
