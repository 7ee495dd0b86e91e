import { countWords } from '../count-words.ts';
import { formatBytes, formatCount } from '../format-bytes.ts';

/** A minute or more on the lines that people have at home. */
const MUCH_BYTES = 64 * 1024 * 1024;

interface Sent {
  readonly filename: string;
  readonly bytesAcked: number;
  /** The part of it that never had to be sent, and would not have to be again. */
  readonly bytesExisting: number;
}

/** The question before uploads are cancelled, with exactly what is lost. */
export function cancelWords(uploads: readonly Sent[]) {
  const isOne = uploads.length === 1;
  const what = countWords(uploads.map(({ filename }) => ({ kind: 'file', name: filename })));
  const sentBytes = uploads.reduce((sum, upload) => sum + sentBytesOf(upload), 0);
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

/** Whether so much of an upload was sent that a slip of the hand is not to throw it away. */
export function isMuchSent(upload: Sent & { readonly sizeBytes: number }): boolean {
  const sentBytes = sentBytesOf(upload);
  const isLarge = upload.sizeBytes >= MUCH_BYTES;
  return sentBytes >= MUCH_BYTES || (isLarge && sentBytes > upload.sizeBytes / 2);
}

function sentBytesOf({ bytesAcked, bytesExisting }: Sent): number {
  return bytesAcked - bytesExisting;
}

const ORIGINAL = 'The file that you chose stays where it is.';
const ORIGINALS = 'The files that you chose stay where they are.';
