/** Less than this is gone before a disk fills up. */
const WORTH_ASKING_BYTES = 100_000_000;
const ASKED = 'satchel.asked-to-keep';

/** Asks the browser, once and for something large, to delete nothing of its own accord: some ask the
 *  person in turn, so it has to follow from what the person did. The transfers show the answer. */
export async function askToKeepOnce(addedBytes: number): Promise<void> {
  if (addedBytes < WORTH_ASKING_BYTES || !('storage' in navigator) || wasAsked()) return;
  if (await navigator.storage.persisted()) return;
  await navigator.storage.persist();
}

function wasAsked(): boolean {
  try {
    const wasAskedBefore = localStorage.getItem(ASKED) !== null;
    localStorage.setItem(ASKED, 'yes');
    return wasAskedBefore;
  } catch {
    return true;
  }
}
