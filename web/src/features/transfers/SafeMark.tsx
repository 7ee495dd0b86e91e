import { isSafe, type UploadRow } from '@satchel/worker/local/uploads';
import { ShieldCheck } from 'lucide-react';

/** Shows that the bytes of a file are this browser's own: nothing has to be chosen again. */
export function SafeMark({ upload }: { readonly upload: UploadRow }) {
  if (upload.state === 'done' || upload.state === 'failed' || !isSafe(upload)) return null;
  return (
    <span className="transfer-safe" title="Safe in this browser">
      <ShieldCheck aria-hidden size={14} />
      <span className="visually-hidden">Safe in this browser</span>
    </span>
  );
}
