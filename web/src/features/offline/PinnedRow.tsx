import { CircleOff, Download, RotateCw } from 'lucide-react';
import { Link } from 'wouter';
import { download } from '../../lib/deeds/download.ts';
import { retryKept, stopKeeping } from '../../lib/deeds/keep.ts';
import { familyOf } from '../../lib/file-kind.ts';
import { keptWords } from '../../lib/kept/kept-words.ts';
import { FileIcon } from '../../ui/FileIcon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { sizeWords } from './pinned-words.ts';
import type { PinnedItem } from './use-pins.ts';

/** One file or folder that is kept here: how far it is, and what can be done about it. */
export function PinnedRow({ item }: { readonly item: PinnedItem }) {
  const { node, folderName, progress, shown } = item;
  const isFolder = node.kind === 'folder';
  const words = keptWords(shown);
  const isUnderWay = shown.state === 'keeping' || shown.state === 'waiting';
  return (
    <li className="pinned" aria-label={node.name}>
      <FileIcon family={familyOf(node)} />
      <div className="pinned-words">
        {isFolder ? (
          <Link className="pinned-name" href={`/files/${node.id}`}>
            {node.name}
          </Link>
        ) : (
          <span className="pinned-name">{node.name}</span>
        )}
        <p className="pinned-facts tabular">
          {sizeWords(progress, isFolder)}
          {folderName === null ? null : (
            <>
              {' · in '}
              <Link href={`/files/${node.parentId ?? ''}`}>{folderName}</Link>
            </>
          )}
        </p>
        <p className="pinned-state" data-state={shown.state}>
          {words}
        </p>
        {isUnderWay ? (
          <ProgressBar label={`Keeping ${node.name}`} share={shown.share} valueText={words} />
        ) : null}
      </div>
      {shown.state === 'failed' ? (
        <IconButton
          icon={RotateCw}
          label={`Try again: ${node.name}`}
          onPress={() => void retryKept()}
        />
      ) : null}
      {isFolder ? null : (
        <IconButton
          icon={Download}
          label={`Download ${node.name}`}
          onPress={() => void download([node])}
        />
      )}
      <IconButton
        icon={CircleOff}
        label={`Stop keeping ${node.name} offline`}
        onPress={() => void stopKeeping([node])}
      />
    </li>
  );
}
