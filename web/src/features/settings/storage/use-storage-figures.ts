import { type StorageFigures, watchStorageFigures } from '@satchel/worker/local/storage-figures';
import { useEffect, useState } from 'react';
import { useUser } from '../../../lib/use-account.ts';

const REST_MS = 1000;

/** What takes room in this browser; undefined until it is known. */
export function useStorageFigures(): StorageFigures | undefined {
  const { id: userId } = useUser();
  const [figures, setFigures] = useState<StorageFigures>();
  useEffect(() => watchStorageFigures(userId, setFigures, REST_MS), [userId]);
  return figures;
}
