import { RotateCcw, Trash2 } from 'lucide-react';
import { familyOf } from '../../lib/file-kind.ts';
import { formatBytes } from '../../lib/format-bytes.ts';
import { formatMoment } from '../../lib/format-time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FileIcon } from '../../ui/FileIcon.tsx';
import { FileName } from '../../ui/FileName.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { TrashedItem } from './use-trash.ts';

interface TrashRowProps {
  readonly item: TrashedItem;
  readonly isChosen: boolean;
  readonly onToggle: (id: string) => void;
  readonly onRestore: (item: TrashedItem) => void;
  readonly onPurge: (item: TrashedItem) => void;
}

export function TrashRow({ item, isChosen, onToggle, onRestore, onPurge }: TrashRowProps) {
  const now = useNow();
  const facts = [
    item.folderName === null ? null : `from ${item.folderName}`,
    item.trashedAt === null ? null : formatMoment(new Date(item.trashedAt), now),
    item.size === null ? null : formatBytes(item.size),
  ];
  return (
    <>
      <Checkbox
        aria-label={`Select ${item.name}`}
        isSelected={isChosen}
        onChange={() => onToggle(item.id)}
      />
      <FileIcon family={familyOf(item)} size={24} />
      <div className="trash-lines">
        <FileName name={item.name} />
        <span className="trash-facts">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </div>
      <IconButton icon={RotateCcw} label={`Restore ${item.name}`} onPress={() => onRestore(item)} />
      <IconButton
        icon={Trash2}
        label={`Delete ${item.name} for good`}
        onPress={() => onPurge(item)}
      />
    </>
  );
}
