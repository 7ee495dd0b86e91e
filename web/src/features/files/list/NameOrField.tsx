import { FileName } from '../../../ui/FileName.tsx';
import { RenameField } from '../rename/RenameField.tsx';
import type { ListEntry } from './list-entry.ts';

interface NameOrFieldProps {
  readonly entry: ListEntry;
  readonly isRenaming: boolean;
}

export function NameOrField({ entry, isRenaming }: NameOrFieldProps) {
  if (isRenaming && entry.node !== null) return <RenameField node={entry.node} />;
  return <FileName name={entry.name} />;
}
