// What is noted of unfinished uploads outside the database, and what follows when the database is
// another one. Pure: `lost-files.ts` keeps the notes.

export interface UnfinishedFiles {
  readonly count: number;
  /** Of the first of them; nothing but names is noted. */
  readonly names: readonly string[];
}

export interface Notes {
  /** The database that the notes were made of. */
  readonly databaseId: string;
  /** By person: another one on the same browser is never told. */
  readonly unfinished: Readonly<Record<string, UnfinishedFiles>>;
  /** What went with an earlier database, until its person was told. */
  readonly lost: Readonly<Record<string, UnfinishedFiles>>;
}

export const NOTHING: UnfinishedFiles = { count: 0, names: [] };

const NAMES_AT_MOST = 100;

export function unfinishedFiles(names: readonly string[]): UnfinishedFiles {
  return { count: names.length, names: names.slice(0, NAMES_AT_MOST) };
}

/** With another database, everything that was unfinished in the earlier one is lost. */
export function notesFor(databaseId: string, before: Notes | null): Notes {
  if (before === null) return { databaseId, unfinished: {}, lost: {} };
  if (before.databaseId === databaseId) return before;
  const lost = { ...before.lost };
  for (const [userId, files] of Object.entries(before.unfinished)) {
    lost[userId] = add(lost[userId] ?? NOTHING, files);
  }
  return { databaseId, unfinished: {}, lost };
}

export function noteUnfinished(notes: Notes, userId: string, files: UnfinishedFiles): Notes {
  return { ...notes, unfinished: put(notes.unfinished, userId, files) };
}

/** The person was told of all that was lost, or has chosen some of it again. */
export function forgetLost(notes: Notes, userId: string, names?: readonly string[]): Notes {
  const lost = notes.lost[userId] ?? NOTHING;
  const rest = names === undefined ? NOTHING : subtract(lost, new Set(names));
  return { ...notes, lost: put(notes.lost, userId, rest) };
}

function put(
  all: Readonly<Record<string, UnfinishedFiles>>,
  userId: string,
  files: UnfinishedFiles,
): Record<string, UnfinishedFiles> {
  const { [userId]: _before, ...others } = all;
  return files.count === 0 ? others : { ...others, [userId]: files };
}

function add(a: UnfinishedFiles, b: UnfinishedFiles): UnfinishedFiles {
  return { count: a.count + b.count, names: [...a.names, ...b.names].slice(0, NAMES_AT_MOST) };
}

function subtract(files: UnfinishedFiles, names: ReadonlySet<string>): UnfinishedFiles {
  const rest = files.names.filter((name) => !names.has(name));
  return { count: files.count - (files.names.length - rest.length), names: rest };
}
