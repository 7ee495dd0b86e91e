import { useState } from 'react';
import { type Selection, Tree } from 'react-aria-components/Tree';
import { TOP_NAME } from '../folder/use-path.ts';
import { FolderBranch } from './FolderBranch.tsx';
import './folder-tree.css';

export interface ChosenFolder {
  readonly id: string;
  readonly name: string;
}

interface FolderTreeProps {
  readonly rootFolderId: string;
  /** Open at first. */
  readonly openIds: readonly string[];
  /** Not offered, with all beneath them: a folder cannot go into itself. */
  readonly hiddenIds: ReadonlySet<string>;
  readonly onChoose: (folder: ChosenFolder | null) => void;
}

/** The person's folders as a tree; what lies in one is asked for when it is opened. */
export function FolderTree({ rootFolderId, openIds, hiddenIds, onChoose }: FolderTreeProps) {
  const [expanded, setExpanded] = useState(() => new Set<string | number>(openIds));
  const [names] = useState(() => new Map<string, string>());

  const choose = (selection: Selection) => {
    const [id] = selection === 'all' ? [] : [...selection].map(String);
    onChoose(id === undefined ? null : { id, name: names.get(id) ?? '' });
  };

  return (
    <Tree
      aria-label="Folders"
      className="folder-tree"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      escapeKeyBehavior="none"
      expandedKeys={expanded}
      onExpandedChange={(keys) => setExpanded(new Set(keys))}
      onSelectionChange={choose}
      autoFocus
    >
      <FolderBranch
        id={rootFolderId}
        name={TOP_NAME}
        expanded={expanded}
        hiddenIds={hiddenIds}
        names={names}
      />
    </Tree>
  );
}
