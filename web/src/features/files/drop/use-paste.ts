import { useEffect, useRef } from 'react';
import type { ReadTree } from './dropped-tree.ts';
import { namePasted } from './name-pasted.ts';
import { readTransfer } from './read-entries.ts';

/** Takes files that are pasted anywhere but into a field. */
export function usePaste(onFiles: (tree: Promise<ReadTree>) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData, target } = event;
      if (clipboardData === null || !clipboardData.types.includes('Files')) return;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      latest.current(readTransfer(clipboardData).then(named));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

function named(tree: ReadTree): ReadTree {
  const now = new Date();
  const files = tree.files.map(({ file, folders }) => ({ file: namePasted(file, now), folders }));
  return { ...tree, files };
}
