import type { Node } from '@satchel/shared/wire/nodes';
import { findNodes, readTrash } from '@satchel/worker/local/nodes';
import { refreshTrash } from '@satchel/worker/page/refresh';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';

export interface TrashedItem extends Node {
  /** The folder it was in, where the device knows that folder. */
  readonly folderName: string | null;
}

/** What is in the trash, newest first: as the device knows it, and soon as the server does. */
export function useTrash() {
  const items = useLiveQuery(readTrashedItems);
  // Asking again takes nothing from the screen.
  const [isAsking, setAsking] = useState(true);
  const [failure, setFailure] = useState<unknown>(null);

  const ask = useCallback(async () => {
    try {
      await refreshTrash();
      setFailure(null);
    } catch (refusal) {
      setFailure(refusal);
    }
    setAsking(false);
  }, []);

  useEffect(() => {
    const onSign = () => void ask();
    onSign();
    addEventListener('focus', onSign);
    addEventListener('online', onSign);
    return () => {
      removeEventListener('focus', onSign);
      removeEventListener('online', onSign);
    };
  }, [ask]);

  return { items, isAsking, failure, retry: () => void ask() };
}

async function readTrashedItems(): Promise<TrashedItem[]> {
  const nodes = await readTrash();
  const parentIds = new Set(nodes.map(({ parentId }) => parentId).filter((id) => id !== null));
  const parents = new Map((await findNodes([...parentIds])).map((node) => [node.id, node]));
  return nodes.map((node) => {
    const parent = parents.get(node.parentId ?? '');
    const isTop = parent?.parentId === null;
    return { ...node, folderName: isTop ? 'My files' : (parent?.name ?? null) };
  });
}
