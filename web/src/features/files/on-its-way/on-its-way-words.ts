import { countWords } from '../../../lib/count-words.ts';
import { formatBytes, formatCount } from '../../../lib/format-bytes.ts';

interface Named {
  readonly kind: 'file' | 'folder';
  readonly name: string;
}

/** Why something cannot be done yet to files that are still on their way: "“a.mp4” can be renamed once
 *  it has arrived." */
export function notYetWords(things: readonly Named[], what: NotYet): string {
  const whole = things.length === 1 ? 'it has' : 'they have';
  return `${countWords(things)} can be ${what} once ${whole} arrived.`;
}

export type NotYet = 'renamed' | 'moved' | 'opened' | 'downloaded';

interface Sent {
  readonly filename: string;
  readonly bytesAcked: number;
}

/** The question before uploads are cancelled, with exactly what is lost. */
export function cancelWords(uploads: readonly Sent[]) {
  const isOne = uploads.length === 1;
  const what = countWords(uploads.map(({ filename }) => ({ kind: 'file', name: filename })));
  const sentBytes = uploads.reduce((sum, { bytesAcked }) => sum + bytesAcked, 0);
  const sent = formatBytes(sentBytes);
  const it = isOne ? 'it' : 'them';
  const lost =
    sentBytes === 0
      ? `Nothing of ${it} has been sent yet.`
      : `What was sent of ${it}, ${sent}, is thrown away.`;
  return {
    title: isOne ? 'Cancel the upload?' : `Cancel ${formatCount(uploads.length)} uploads?`,
    body: `${what} ${isOne ? 'has' : 'have'} not arrived yet. ${lost} ${isOne ? ORIGINAL : ORIGINALS}`,
    done: `Cancelled the upload of ${what}`,
  };
}

const ORIGINAL = 'The file that you chose stays where it is.';
const ORIGINALS = 'The files that you chose stay where they are.';
