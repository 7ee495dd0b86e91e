// What sends from a page, for where there is no service worker.

import { bestDigest } from '../digest/best-digest.ts';
import { createOutbox } from './create-outbox.ts';
import { createUploader } from './create-uploader.ts';
import type { OutboxSender } from './outbox-sender.ts';
import type { Uploader } from './uploader.ts';

export interface Senders {
  readonly uploader: Uploader;
  readonly outbox: OutboxSender;
}

export function sendersHere(): Senders {
  const uploader = createUploader(async (bytes) => (await bestDigest())(bytes));
  const outbox = createOutbox(() => void uploader.pump());
  return { uploader, outbox };
}
