import { useState } from 'react';
import { countWords } from '../../../lib/count-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { move } from '../actions/move.ts';
import { useFolder } from '../folder/folder-context.ts';
import { FolderTree } from './FolderTree.tsx';
import { moveNote } from './move-note.ts';
import { useStandingWay, type Way } from './use-standing-way.ts';

const NOWHERE: Way = [];

interface MoveDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Lets the person choose where rows go, in the tree of their folders. */
export function MoveDialog({ ids, onClose }: MoveDialogProps) {
  const { folderId, path, rootFolderId, nodesOf } = useFolder();
  const [nodes] = useState(() => nodesOf(ids));
  const [way, setWay] = useState(NOWHERE);
  const chosen = way.at(-1);
  const target = useStandingWay(way).at(-1);
  const isHere = target?.id === folderId;

  const moveThere = () => {
    if (target === undefined || isHere) return;
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
        chosenId={target?.id ?? null}
        onChoose={setWay}
      />
      <p className="move-note" aria-live="polite">
        {chosen && target && moveNote(chosen, target, folderId)}
      </p>
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" isDisabled={target === undefined || isHere} onPress={moveThere}>
          {target === undefined || isHere ? 'Move' : `Move to “${target.name}”`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
