import { useState } from 'react';
import { countWords } from '../../../lib/count-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { move } from '../actions/move.ts';
import { useFolder } from '../folder/folder-context.ts';
import { type ChosenFolder, FolderTree } from './FolderTree.tsx';

interface MoveDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Lets the person choose where rows go, in the tree of their folders. */
export function MoveDialog({ ids, onClose }: MoveDialogProps) {
  const { folderId, path, rootFolderId, nodesOf } = useFolder();
  const [nodes] = useState(() => nodesOf(ids));
  const [target, setTarget] = useState<ChosenFolder | null>(null);
  const isHere = target?.id === folderId;

  const moveThere = () => {
    if (target === null || isHere) return;
    void move(
      nodes.map(({ id }) => id),
      target,
    );
    onClose();
  };

  return (
    <Dialog title={`Move ${countWords(nodes)}`} isOpen onClose={onClose}>
      <FolderTree
        rootFolderId={rootFolderId}
        openIds={path.map(({ id }) => id)}
        hiddenIds={new Set(ids)}
        onChoose={setTarget}
      />
      <p className="move-note" aria-live="polite">
        {isHere ? 'It is in this folder already. Choose another one.' : ' '}
      </p>
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" isDisabled={target === null || isHere} onPress={moveThere}>
          {target === null || isHere ? 'Move' : `Move to “${target.name}”`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
