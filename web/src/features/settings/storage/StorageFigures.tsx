import { clearRecent } from '@satchel/worker/page/keep-offline';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatBytes, formatCount } from '../../../lib/format-bytes.ts';
import { Button } from '../../../ui/Button.tsx';
import { useStorageFigures } from './use-storage-figures.ts';
import './storage-figures.css';

/** What takes room in this browser, by what it is for. */
export function StorageFigures() {
  const figures = useStorageFigures();
  if (figures === undefined) return null;
  return (
    <dl className="storage-figures" aria-label="What takes room in this browser">
      <Figure name="Kept offline" bytes={figures.pinnedBytes} count={figures.pinnedFiles}>
        <Link href="/offline">Show what is kept</Link>
      </Figure>
      <Figure name="Opened lately" bytes={figures.recentBytes} count={figures.recentFiles}>
        {figures.recentFiles > 0 ? (
          <Button onPress={() => void clearRecent()}>Clear what was opened lately</Button>
        ) : null}
      </Figure>
      <Figure
        name="Waiting to be uploaded"
        bytes={figures.waitingBytes}
        count={figures.waitingFiles}
      />
      <Figure name="The list of all files, about" bytes={figures.treeBytes} />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly bytes: number;
  readonly count?: number;
  readonly children?: ReactNode;
}

function Figure({ name, bytes, count, children }: FigureProps) {
  const files =
    count === undefined ? '' : ` · ${count === 1 ? '1 file' : `${formatCount(count)} files`}`;
  return (
    <div className="storage-figure">
      <dt>{name}</dt>
      <dd>
        <span className="tabular">
          {formatBytes(bytes)}
          {files}
        </span>
        {children}
      </dd>
    </div>
  );
}
