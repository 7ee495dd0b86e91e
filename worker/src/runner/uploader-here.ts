// The uploader of a page, for where there is no service worker.

import { bestDigest } from '../digest/best-digest.ts';
import { createUploader } from './create-uploader.ts';
import type { Uploader } from './uploader.ts';

export function uploaderHere(): Uploader {
  return createUploader(async (bytes) => (await bestDigest())(bytes));
}
