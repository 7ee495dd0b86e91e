import { createFolder } from '@satchel/worker/page/folders';
import { codeOf, explainFailure } from '../../../lib/explain-failure.ts';
import { listFocus, noteOwnDeed } from '../../../ui/rows/list-focus.ts';
import { pointOut } from '../../../ui/rows/point-out.ts';
import { judgeName, type NameVerdict } from '../names/judge-name.ts';

/** Makes a folder and selects it. Gives null, or why there is none. */
export async function makeFolder(
  parentId: string,
  name: string,
  taken: readonly string[],
): Promise<Exclude<NameVerdict, { is: 'good' }> | null> {
  try {
    noteOwnDeed();
    const folder = await createFolder(parentId, name);
    noteOwnDeed();
    listFocus.claim();
    pointOut(folder.id);
    return null;
  } catch (failure) {
    // Somebody else took the name meanwhile: it counts as taken, though the list does not show it.
    const verdict = codeOf(failure) === 'name-taken' ? judgeName(name, [...taken, name]) : null;
    if (verdict?.is === 'taken') return verdict;
    return { is: 'bad', words: explainFailure(failure) };
  }
}
