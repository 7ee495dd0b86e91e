import { useUser } from '../../lib/use-account.ts';
import { useUploads } from '../../lib/use-uploads.ts';

/** How many uploads of this person are not done. */
export function useOpenTransfers(): number {
  const { id } = useUser();
  return useUploads(id)?.filter((upload) => upload.state !== 'done').length ?? 0;
}
