import { useState } from 'react';
import { type Selection, Tree } from 'react-aria-components/Tree';
import { TOP_NAME } from '../folder/use-path.ts';
import { FolderBranch } from './FolderBranch.tsx';
import type { Way } from './use-standing-way.ts';
import './folder-tree.css';

interface FolderTreeProps {
  readonly rootFolderId: string;
  /** Open at first. */
  readonly openIds: readonly string[];
  /** Not offered, with all beneath them: a folder cannot go into itself. */
  readonly hiddenIds: ReadonlySet<string>;
  readonly chosenId: string | null;
  readonly onChoose: (way: Way) => void;
}

/** The person's folders as a tree; what lies in one is asked for when it is opened. */
export function FolderTree(props: FolderTreeProps) {
  const { rootFolderId, openIds, hiddenIds, chosenId, onChoose } = props;
  const [expanded, setExpanded] = useState(() => new Set<string | number>(openIds));
  const [ways] = useState(() => new Map<string, Way>());

  const choose = (selection: Selection) => {
    const [id] = selection === 'all' ? [] : [...selection].map(String);
    const way = ways.get(id ?? '');
    if (way !== undefined) onChoose(way);
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
      selectedKeys={chosenId === null ? [] : [chosenId]}
      onSelectionChange={choose}
      autoFocus
    >
      <FolderBranch
        id={rootFolderId}
        name={TOP_NAME}
        above={[]}
        expanded={expanded}
        hiddenIds={hiddenIds}
        ways={ways}
      />
    </Tree>
  );
}
