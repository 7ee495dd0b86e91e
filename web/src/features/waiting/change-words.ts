import type { MutationKind, OutboxRow } from '@satchel/worker/local/outbox';
import type { WayOn } from '@satchel/worker/local/refused';

/** "“plan.md” could not be renamed" */
export function notDoneWords({ mutation }: Pick<OutboxRow, 'mutation'>): string {
  if (mutation.is === 'rename') return `could not be renamed to “${mutation.name}”`;
  return NOT_DONE[mutation.is];
}

const NOT_DONE: Record<MutationKind, string> = {
  'create-folder': 'could not be made',
  rename: 'could not be renamed',
  move: 'could not be moved',
  trash: 'could not be moved to the trash',
  restore: 'could not be restored',
  purge: 'could not be deleted',
};

/** What a change is, as in a list of changes. `folderName` is where it goes, where that is known. */
export function changeWords(
  { mutation, name }: Pick<OutboxRow, 'mutation' | 'name'>,
  folderName: string | null,
): string {
  switch (mutation.is) {
    case 'create-folder':
      return `New folder “${mutation.name}”${folderName === null ? '' : ` in “${folderName}”`}`;
    case 'rename':
      return `Rename “${name}” to “${mutation.name}”`;
    case 'move':
      return folderName === null ? `Move “${name}”` : `Move “${name}” to “${folderName}”`;
    case 'trash':
      return `Move “${name}” to the trash`;
    case 'restore':
      return `Restore “${name}”`;
    case 'purge':
      return `Delete “${name}” for good`;
  }
}

/** The button that tries a refused change again. */
export function wayWords(way: WayOn, suggestion: string, folderName: string | null): string {
  switch (way) {
    case 'other-name':
      return `Use “${suggestion}”`;
    case 'put-in-root':
      return 'Put it in My files';
    case 'restore-parent':
      return folderName === null ? 'Restore the folder' : `Restore “${folderName}”`;
    case 'restore-node':
      return 'Restore it';
    case 'try-again':
      return 'Try again';
  }
}
