import type { Arrival } from '@satchel/worker/page/refresh';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { codeOf } from '../../../lib/explain-failure.ts';
import { useWholeTree } from '../../../lib/use-whole-tree.ts';
import type { Sorting } from '../list/sort-nodes.ts';
import type { Freshness } from './freshness.ts';
import { useWhereabouts } from './use-whereabouts.ts';

interface Answer {
  readonly folderId: string;
  readonly freshness: Freshness;
  /** When the last listing that came was asked for. */
  readonly askedAtMs: number;
}

const EVERY_MS = 20_000;
// A folder that takes long to list is asked for less often: at most this part of the time.
const BUSY_SHARE = 0.05;
// It never was, it was deleted, the address is cut off, or it is a file.
const NO_SUCH_FOLDER = new Set(['not-found', 'invalid-request', 'not-a-folder']);
const ASKING: Freshness = { is: 'asking', listed: 0 };

/** Keeps the folder on the screen true. Where all of the tree is here, that is done by following it.
 *  Until then the server is asked: on every visit, when the window comes back to the front, when the
 *  network does, and every now and then. */
export function useFolderRefresh(folderId: string, sorting: Sorting) {
  const shown = useRef(sorting);
  shown.current = sorting;
  const isWhole = useWholeTree();
  const whereabouts = useWhereabouts(folderId);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [round, setRound] = useState(0);
  const visitedAtMs = useMemo(() => ({ folderId, at: Date.now() }), [folderId]).at;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    if (isWhole !== false) return;
    const onAnswer = (freshness: Freshness, askedAtMs: number) =>
      setAnswer((before) => ({
        folderId,
        freshness,
        askedAtMs: freshness.is === 'fresh' ? askedAtMs : (before?.askedAtMs ?? askedAtMs),
      }));
    return askRepeatedly(
      (onRows) => freshnessOf(folderId, { sorting: shown.current, onRows }),
      onAnswer,
    );
  }, [folderId, round, isWhole]);

  const retry = useCallback(() => {
    setAnswer(null);
    setRound((before) => before + 1);
  }, []);
  const known = answer?.folderId === folderId ? answer : null;
  const freshness = (isWhole ? whereabouts : known?.freshness) ?? ASKING;
  return { freshness, askedAtMs: known?.askedAtMs ?? visitedAtMs, retry };
}

function askRepeatedly(
  askForAll: (onRows: (count: number) => void) => Promise<Freshness>,
  onAnswer: (freshness: Freshness, askedAtMs: number) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isOver = false;

  const ask = async () => {
    if (isAsking || isOver || document.visibilityState === 'hidden') return;
    isAsking = true;
    clearTimeout(timer);
    const askedAtMs = Date.now();
    const freshness = await askForAll((listed) => {
      if (!isOver) onAnswer({ is: 'asking', listed }, askedAtMs);
    });
    isAsking = false;
    if (isOver) return;
    onAnswer(freshness, askedAtMs);
    const tookMs = Date.now() - askedAtMs;
    timer = setTimeout(onSign, Math.max(EVERY_MS, tookMs / BUSY_SHARE));
  };
  const onSign = () => void ask();

  onSign();
  addEventListener('focus', onSign);
  addEventListener('online', onSign);
  document.addEventListener('visibilitychange', onSign);
  return () => {
    isOver = true;
    clearTimeout(timer);
    removeEventListener('focus', onSign);
    removeEventListener('online', onSign);
    document.removeEventListener('visibilitychange', onSign);
  };
}

async function freshnessOf(folderId: string, arrival: Arrival): Promise<Freshness> {
  try {
    const { refreshFolder } = await import('@satchel/worker/page/refresh');
    await refreshFolder(folderId, arrival);
    return { is: 'fresh' };
  } catch (failure) {
    return NO_SUCH_FOLDER.has(codeOf(failure) ?? '') ? { is: 'gone' } : { is: 'failed', failure };
  }
}
