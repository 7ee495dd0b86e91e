import type { UploadRow } from '@satchel/worker/local/uploads';
import { useEffect, useRef } from 'react';
import { announce } from '../../ui/toasts/toast-store.ts';
import { transferNews } from './transfer-news.ts';

/** Has ends and failures read out. */
export function useTransferNews(uploads: readonly UploadRow[] | undefined): void {
  const before = useRef<readonly UploadRow[]>([]);
  useEffect(() => {
    if (uploads === undefined) return;
    const news = transferNews(before.current, uploads);
    before.current = uploads;
    if (news !== null) announce(news);
  }, [uploads]);
}
