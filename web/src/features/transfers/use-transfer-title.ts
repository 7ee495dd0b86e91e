import { useEffect } from 'react';
import { showProgressInTitle } from '../../lib/use-title.ts';
import { shareDone, type TransferSummary } from './summarise-transfers.ts';

/** Shows in the tab how far the transfers are, and on the icon of the installed app how many. */
export function useTransferTitle(sum: TransferSummary): void {
  const percent = sum.active > 0 ? Math.floor(100 * shareDone(sum)) : null;
  const open = sum.active + sum.stuck;
  useEffect(() => showProgressInTitle(percent === null ? null : `${percent} %`), [percent]);
  useEffect(() => {
    // Only an installed app has a badge; elsewhere the call is refused, which changes nothing.
    if (open > 0) navigator.setAppBadge?.(open).catch(() => undefined);
    else navigator.clearAppBadge?.().catch(() => undefined);
  }, [open]);
}
