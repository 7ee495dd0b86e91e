import type { UploadRow } from '@satchel/worker/local/uploads';

/** What arrived since `before` in another folder than it was to go into, that one being gone. */
export function landedElsewhere(
  before: readonly UploadRow[],
  after: readonly UploadRow[],
): readonly UploadRow[] {
  const was = new Map(before.map(({ id, state }) => [id, state]));
  return after.filter(({ id, state, result }) => {
    const isNews = state === 'done' && was.has(id) && was.get(id) !== 'done';
    return isNews && result?.folderId !== undefined;
  });
}

export function landedWords(landed: readonly UploadRow[], folderName: string): string {
  const [first] = landed;
  if (landed.length === 1) {
    return `“${first?.filename}” is in ${folderName}: the folder it was to go into is gone.`;
  }
  return `${landed.length} files are in ${folderName}: the folder they were to go into is gone.`;
}
