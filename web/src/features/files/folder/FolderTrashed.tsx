import type { Node } from '@satchel/shared/wire/nodes';
import { Trash2 } from 'lucide-react';
import { useLocation } from 'wouter';
import { restore } from '../../../lib/deeds/trash-and-restore.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useFolder } from './folder-context.ts';

interface TrashedProps {
  /** The folder itself, or the one above it that was trashed. */
  readonly trashed: Node;
}

/** Says so beneath the list: above it, it would push the rows away from under the pointer. */
export function FolderTrashed({ trashed }: TrashedProps) {
  return (
    <div className="folder-trashed">
      <Banner tone="caution" role="alert" actions={<WaysOn trashed={trashed} />}>
        {useTrashedWords(trashed)}
      </Banner>
    </div>
  );
}

export function EmptyInTrash({ trashed }: TrashedProps) {
  return (
    <EmptyState
      icon={Trash2}
      title={useTrashedWords(trashed)}
      actions={<WaysOn trashed={trashed} />}
    />
  );
}

function useTrashedWords(trashed: Node): string {
  const { folderId } = useFolder();
  return trashed.id === folderId
    ? 'This folder is in the trash'
    : `This folder is in the trash, with “${trashed.name}”`;
}

function WaysOn({ trashed }: TrashedProps) {
  const [, navigate] = useLocation();
  return (
    <>
      <Button onPress={() => void restore([trashed])}>Restore</Button>
      <Button variant="quiet" onPress={() => navigate('/files')}>
        Go to My files
      </Button>
    </>
  );
}
