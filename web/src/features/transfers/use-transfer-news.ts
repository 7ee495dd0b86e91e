import { findNode } from '@satchel/worker/local/nodes';
import type { UploadRow } from '@satchel/worker/local/uploads';
import { useEffect, useRef } from 'react';
import { announce, showToast } from '../../ui/toasts/toast-store.ts';
import { landedElsewhere, landedWords } from './landed-elsewhere.ts';
import { transferNews } from './transfer-news.ts';
import { useShowInFolder } from './use-show-in-folder.ts';
import { whereItLies } from './where-it-lies.ts';

/** Has ends and failures read out, and shows what did not go where it was to go. */
export function useTransferNews(uploads: readonly UploadRow[] | undefined): void {
  const before = useRef<readonly UploadRow[]>([]);
  const show = useShowInFolder();
  const latestShow = useRef(show);
  latestShow.current = show;
  useEffect(() => {
    if (uploads === undefined) return;
    const news = transferNews(before.current, uploads);
    const landed = landedElsewhere(before.current, uploads);
    before.current = uploads;
    if (news !== null) announce(news);
    if (landed.length > 0) void tellLanded(landed, latestShow.current);
  }, [uploads]);
}

async function tellLanded(
  landed: readonly UploadRow[],
  show: (upload: UploadRow) => void,
): Promise<void> {
  const [first] = landed;
  if (first === undefined) return;
  const folder = await findNode(whereItLies(first));
  showToast({
    text: landedWords(landed, folder?.name ?? 'My files'),
    action: { label: 'Show', run: () => show(first) },
  });
}
