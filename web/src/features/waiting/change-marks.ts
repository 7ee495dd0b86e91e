import { readOutbox } from '@satchel/worker/local/outbox';
import type { ChangeMark } from '../../lib/change-marks-store.ts';
import { notDoneWords } from './change-words.ts';
import { reasonOf } from './refusal-words.ts';

const PENDING: ChangeMark = { is: 'pending', text: 'Waiting to be sent' };

/** What the rows say of what waits, by node. What was refused counts more. */
export async function readChangeMarks(userId: string): Promise<Map<string, ChangeMark>> {
  const marks = new Map<string, ChangeMark>();
  for (const row of await readOutbox(userId)) {
    if (row.refusal === null) {
      if (!marks.has(row.nodeId)) marks.set(row.nodeId, PENDING);
    } else {
      const text = `${capital(notDoneWords(row))}. ${reasonOf(row.refusal.code)}`;
      marks.set(row.nodeId, { is: 'failed', text });
    }
  }
  return marks;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
