import { CancelUploadsDialog } from '../../../lib/cancel-uploads/CancelUploadsDialog.tsx';
import { transfersView, useTransfersStore } from '../transfers-store.ts';

/** Stands beside the list of transfers: a row may end while it is asked about. */
export function CancelQuestion() {
  const ids = useTransfersStore((state) => state.cancelAskedIds);
  if (ids.length === 0) return null;
  return <CancelUploadsDialog ids={ids} onClose={() => transfersView.askToCancel([])} />;
}
