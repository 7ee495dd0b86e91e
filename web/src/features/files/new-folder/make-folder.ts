import { createFolder } from '@satchel/worker/page/folders';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { listFocus, noteOwnDeed } from '../../../ui/rows/list-focus.ts';
import { pointOut } from '../../../ui/rows/point-out.ts';

/** Makes a folder and selects it. Gives null, or the words that say why there is none. */
export async function makeFolder(parentId: string, name: string): Promise<string | null> {
  try {
    noteOwnDeed();
    const id = await createFolder(parentId, name);
    listFocus.claim();
    pointOut(id);
    return null;
  } catch (failure) {
    return explainFailure(failure);
  }
}
