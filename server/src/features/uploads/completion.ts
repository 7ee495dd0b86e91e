// What becomes of an upload whose chunks are all here. Pure: it is told what the tree looks like.
import { conflictedCopyName } from '@satchel/shared/derived-names';
import type { OnConflict } from '@satchel/shared/wire/uploads';
import { refuse } from '../../lib/refuse.ts';

/** The file that the upload names, as it is now. */
export interface NamedFile {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  readonly version: number;
  /** It, or a folder above it. */
  readonly isInTrash: boolean;
}

export interface Sibling {
  readonly id: string;
  readonly kind: 'file' | 'folder';
}

export type Conflict = {
  readonly fileId: string;
  readonly baseVersion: number;
  readonly currentVersion: number;
};

/** `new-file`: `name` is where numbering starts when it is taken. */
export type Completion =
  | { readonly kind: 'new-version'; readonly fileId: string }
  | {
      readonly kind: 'new-file';
      readonly parentId: string;
      readonly name: string;
      readonly conflict: Conflict | null;
    };

/** An upload that names the file it changes. The bytes go into that file only if it is still what
 *  the client saw; else they become a sibling, and nothing is lost. */
export function completeNamed(
  file: NamedFile,
  baseVersion: number,
  who: { readonly displayName: string; readonly at: Date },
): Completion {
  if (file.version === baseVersion && !file.isInTrash) {
    return { kind: 'new-version', fileId: file.id };
  }
  const date = who.at.toISOString().slice(0, 10);
  return {
    kind: 'new-file',
    parentId: file.parentId,
    name: conflictedCopyName(file.name, who.displayName, date),
    conflict: { fileId: file.id, baseVersion, currentVersion: file.version },
  };
}

/** An upload of a new file into a folder. A live sibling of the same name is settled as the client
 *  asked; a folder of that name can have no version, so the file gets a number. */
export function completeNew(
  place: { readonly parentId: string; readonly name: string },
  sibling: Sibling | undefined,
  onConflict: OnConflict,
): Completion {
  if (sibling !== undefined && onConflict === 'fail') refuse('name-taken');
  if (sibling?.kind === 'file' && onConflict === 'version') {
    return { kind: 'new-version', fileId: sibling.id };
  }
  return { kind: 'new-file', ...place, conflict: null };
}
