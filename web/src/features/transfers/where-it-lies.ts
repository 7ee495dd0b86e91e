import type { UploadRow } from '@satchel/worker/local/uploads';

/** The folder that a file goes to, or where it came to lie when that was gone. */
export function whereItLies({ folderId, result }: UploadRow): string {
  return result?.folderId ?? folderId;
}
