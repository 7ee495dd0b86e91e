// Notices that the browser has thrown the database away, with the queue in it. Browsers that run out
// of room delete what a site keeps in databases as a whole; `localStorage` is not part of that.

import { readDatabaseId } from '../local/database-id.ts';
import {
  forgetLost,
  NOTHING,
  type Notes,
  notesFor,
  noteUnfinished,
  type UnfinishedFiles,
  unfinishedFiles,
} from './unfinished-notes.ts';

export type { UnfinishedFiles };

const KEY = 'satchel.unfinished';

/** Notes the names of what a person's queue holds, and gives what an earlier database took with it:
 *  the person is to be told, and can choose those files again. */
export async function noteQueue(
  userId: string,
  names: readonly string[],
): Promise<UnfinishedFiles> {
  const notes = notesFor(await readDatabaseId(), readNotes());
  writeNotes(noteUnfinished(notes, userId, unfinishedFiles(names)));
  return notes.lost[userId] ?? NOTHING;
}

/** The person knows, of all or of the files of these names. Gives what is left to be told. */
export function settleLost(userId: string, names?: readonly string[]): UnfinishedFiles {
  const notes = readNotes();
  if (notes === null) return NOTHING;
  const rest = forgetLost(notes, userId, names);
  writeNotes(rest);
  return rest.lost[userId] ?? NOTHING;
}

function readNotes(): Notes | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Notes | null;
  } catch {
    return null;
  }
}

function writeNotes(notes: Notes): void {
  const text = JSON.stringify(notes);
  try {
    if (localStorage.getItem(KEY) !== text) localStorage.setItem(KEY, text);
  } catch {
    // Where nothing may be kept, nothing can be told later; the queue itself does not depend on it.
  }
}
