import type { Found } from '@satchel/worker/local/search';
import { Link } from 'wouter';
import { familyOf } from '../../lib/file-kind.ts';
import { FileIcon } from '../../ui/FileIcon.tsx';

interface Props {
  readonly hit: Found;
  readonly rootFolderId: string;
  readonly onChosen: () => void;
}

export function SearchResult({ hit, rootFolderId, onChosen }: Props) {
  const { node, parentName } = hit;
  const isAtTop = node.parentId === rootFolderId;
  return (
    <Link href={hrefOf(node, rootFolderId)} className="search-result" onClick={onChosen}>
      <FileIcon family={familyOf(node)} size={18} />
      <span className="search-result-name">{node.name}</span>
      <span className="search-result-where">{isAtTop ? 'My files' : parentName}</span>
    </Link>
  );
}

/** A folder opens; a file is shown, selected, in its folder. */
function hrefOf({ id, kind, parentId }: Found['node'], rootFolderId: string): string {
  if (kind === 'folder') return `/files/${id}`;
  const folder = parentId === null || parentId === rootFolderId ? '' : `/${parentId}`;
  return `/files${folder}?select=${id}`;
}
