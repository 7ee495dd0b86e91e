// Tells which nodes were written, by whatever tab or worker of this browser.

import { Dexie, type ObservabilitySet } from 'dexie';
import { db } from './database.ts';

/** Their ids; null where it may be any of them. */
export type NodeNews = readonly string[] | null;

/** Returns how to stop. */
export function onNodeNews(listener: (news: NodeNews) => void): () => void {
  const onChange = (parts: ObservabilitySet) => {
    const news = newsIn(parts);
    if (news === null || news.length > 0) listener(news);
  };
  Dexie.on('storagemutated', onChange);
  return () => Dexie.on.storagemutated.unsubscribe(onChange);
}

/** Ranges of keys as a tree. What comes from another thread is the bare data of it. */
interface Ranges {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly l?: Ranges | null;
  readonly r?: Ranges | null;
}

// A segment that is new holds a thousand.
const ANY_SEGMENT = `idb://${db.name}/${db.segments.name}/`;
// The keys of what was put, and of what was deleted.
const PARTS = ['', ':dels'];

function newsIn(parts: ObservabilitySet): NodeNews {
  if ('all' in parts || ANY_SEGMENT in parts) return null;
  const ids = new Set<string>();
  for (const index of PARTS) {
    const ranges = parts[`idb://${db.name}/${db.nodes.name}/${index}`] as Ranges | undefined;
    if (ranges !== undefined && !collect(ranges, ids)) return null;
  }
  return [...ids];
}

/** False where a range holds more than one key. */
function collect({ from, to, l, r }: Ranges, ids: Set<string>): boolean {
  if (from !== undefined) {
    if (typeof from !== 'string' || from !== to) return false;
    ids.add(from);
  }
  return (!l || collect(l, ids)) && (!r || collect(r, ids));
}
