// Decides what a browser is to fetch, to go on keeping and to drop, from what is wanted and what is
// there. Planning again with nothing changed changes nothing.

import { type KeptContent, newPinned, type WantedFile } from './content.ts';
import { overLimit } from './recent.ts';

export interface KeepFacts {
  /** The files under everything that is pinned and not in the trash, in the order in which they are
   *  to come. A file may stand here more than once. */
  readonly wanted: readonly WantedFile[];
  readonly contents: readonly KeptContent[];
  /** The present content of the files that recent contents belong to, as far as they still exist. */
  readonly present: ReadonlyMap<string, string | null>;
  /** Whether `wanted` is everything. While the tree is still on its way nothing is dropped. */
  readonly isTreeKnown: boolean;
  readonly recentLimitBytes: number;
  readonly now: number;
}

export interface KeepPlan {
  /** New contents, and those that change, as they are to be. */
  readonly put: readonly KeptContent[];
  /** Hashes of contents to drop. */
  readonly drop: readonly string[];
}

/** What is not wanted any more stays so long: taking back what was done brings it back, also without
 *  a network. */
export const GRACE_MS = 20_000;

interface Group {
  readonly file: WantedFile;
  readonly fileIds: string[];
}

export function planKeeping(facts: KeepFacts): KeepPlan {
  const groups = groupByContent(facts.wanted);
  const incomplete = findIncomplete(facts);
  const judged = facts.contents.map((content) => ({
    content,
    next: judge(content, groups.get(content.contentHash), incomplete, facts),
  }));
  const drop = judged.filter(({ next }) => next === null).map((j) => j.content.contentHash);
  const kept = judged.flatMap(({ content, next }) => (next === null ? [] : [{ content, next }]));
  const over = overLimit(
    kept.map(({ next }) => next),
    facts.recentLimitBytes,
  );
  const hasMadeRoom = drop.length + over.size > 0;
  const put = kept.flatMap(({ content, next }) => {
    if (over.has(next.contentHash)) return [];
    const tried = hasMadeRoom && next.why === 'no-room' ? waitAnew(next) : next;
    return tried === content ? [] : [tried];
  });
  const here = new Set(facts.contents.map(({ contentHash }) => contentHash));
  const missing = [...groups.values()].filter(({ file }) => !here.has(file.contentHash));
  return {
    put: [...put, ...missing.map(({ file, fileIds }) => newPinned(file, fileIds, facts.now))],
    drop: [...drop, ...over],
  };
}

function groupByContent(wanted: readonly WantedFile[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const seen = new Set<string>();
  for (const file of wanted) {
    if (seen.has(file.fileId)) continue;
    seen.add(file.fileId);
    const group = groups.get(file.contentHash);
    if (group === undefined) groups.set(file.contentHash, { file, fileIds: [file.fileId] });
    else group.fileIds.push(file.fileId);
  }
  return groups;
}

/** The wanted files whose present content is not here as a whole. */
function findIncomplete({ wanted, contents }: KeepFacts): ReadonlySet<string> {
  const whole = new Set(
    contents.filter(({ state }) => state === 'kept').map(({ contentHash }) => contentHash),
  );
  return new Set(wanted.filter((file) => !whole.has(file.contentHash)).map(({ fileId }) => fileId));
}

/** The content as it is to be from now on; null where it is to go. */
function judge(
  content: KeptContent,
  group: Group | undefined,
  incomplete: ReadonlySet<string>,
  facts: KeepFacts,
): KeptContent | null {
  const earlier =
    content.state === 'kept' ? content.fileIds.filter((id) => incomplete.has(id)) : [];
  if (group !== undefined) return pinnedAs(content, group, earlier);
  if (!facts.isTreeKnown) return content;
  if (content.keptFor === 'recent') return isPresent(content, facts) ? content : null;
  if (earlier.length > 0) return withFiles(wanted(content), earlier);
  return unwanted(content, facts.now);
}

function pinnedAs(content: KeptContent, { file, fileIds }: Group, earlier: readonly string[]) {
  const source = { fileId: file.fileId, version: file.version };
  const isElsewhere =
    source.fileId !== content.source.fileId || source.version !== content.source.version;
  const moved = isElsewhere ? { ...waitAnew(content), source } : content;
  const pinned = moved.keptFor === 'pin' ? moved : { ...moved, keptFor: 'pin' as const };
  return withFiles(wanted(pinned), [...new Set([...fileIds, ...earlier])]);
}

function wanted(content: KeptContent): KeptContent {
  return content.unwantedAt === null ? content : { ...content, unwantedAt: null };
}

function unwanted(content: KeptContent, now: number): KeptContent | null {
  const { state, unwantedAt } = content;
  if (state !== 'kept') return null;
  if (unwantedAt === null) return { ...content, unwantedAt: now };
  return now - unwantedAt < GRACE_MS ? content : null;
}

function withFiles(content: KeptContent, fileIds: readonly string[]): KeptContent {
  const isSame =
    fileIds.length === content.fileIds.length &&
    fileIds.every((id, i) => id === content.fileIds[i]);
  return isSame ? content : { ...content, fileIds };
}

/** What stood in the way may be gone. */
function waitAnew(content: KeptContent): KeptContent {
  if (content.state === 'kept') return content;
  return { ...content, state: 'waiting', why: null, attempts: 0, retryAt: 0 };
}

function isPresent({ contentHash, fileIds }: KeptContent, { present }: KeepFacts): boolean {
  return fileIds.some((id) => present.get(id) === contentHash);
}
