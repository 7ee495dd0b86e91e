import { compareNames } from '@satchel/shared/natural-order';
import { readChildren } from '@satchel/worker/local/nodes';
import { refreshFolder } from '@satchel/worker/page/refresh';
import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import { FileIcon } from '../../../ui/FileIcon.tsx';
import { FileName } from '../../../ui/FileName.tsx';
import type { Way } from './use-standing-way.ts';

interface FolderBranchProps {
  readonly id: string;
  readonly name: string;
  /** The folders above it. */
  readonly above: Way;
  readonly expanded: ReadonlySet<string | number>;
  readonly hiddenIds: ReadonlySet<string>;
  /** Learns the way to every folder shown. */
  readonly ways: Map<string, Way>;
}

/** A folder of the tree and, while it is open, the folders in it. */
export function FolderBranch({ id, name, above, expanded, hiddenIds, ways }: FolderBranchProps) {
  const isOpen = expanded.has(id);
  const folders = useLiveQuery(async () => (isOpen ? foldersIn(id) : []), [id, isOpen]) ?? [];
  const way = [...above, { id, name }];
  ways.set(id, way);

  useEffect(() => {
    // What the device knows is shown either way; opening it anew asks again.
    if (isOpen) refreshFolder(id).catch(() => undefined);
  }, [id, isOpen]);

  return (
    <TreeItem id={id} textValue={name} hasChildItems className="folder-branch">
      <TreeItemContent>
        <Button slot="chevron" className="folder-branch-chevron">
          <ChevronRight aria-hidden size={16} />
        </Button>
        <FileIcon family="folder" size={18} />
        <FileName name={name} />
      </TreeItemContent>
      {folders
        .filter((folder) => !hiddenIds.has(folder.id))
        .map((folder) => (
          <FolderBranch
            key={folder.id}
            id={folder.id}
            name={folder.name}
            above={way}
            expanded={expanded}
            hiddenIds={hiddenIds}
            ways={ways}
          />
        ))}
    </TreeItem>
  );
}

async function foldersIn(id: string) {
  const children = await readChildren(id);
  const folders = children.filter(({ kind }) => kind === 'folder');
  return folders.sort((a, b) => compareNames(a.name, b.name));
}
