import type { Node } from '@satchel/shared/wire/nodes';
import { Files } from 'lucide-react';
import { countWords } from '../../../lib/count-words.ts';
import { formatBytes, formatExactBytes } from '../../../lib/format-bytes.ts';
import { Fact } from './Fact.tsx';

/** What several things are together. */
export function SeveralDetails({ nodes }: { readonly nodes: readonly Node[] }) {
  const sizeBytes = nodes.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const folders = nodes.filter(({ kind }) => kind === 'folder').length;
  return (
    <>
      <div className="preview">
        <Files aria-hidden size={48} strokeWidth={1.25} />
      </div>
      <h3 className="details-name">{countWords(nodes)}</h3>
      <dl className="facts">
        <Fact name="Files">{String(nodes.length - folders)}</Fact>
        <Fact name="Folders">{String(folders)}</Fact>
        <Fact name="Size of the files">
          {formatBytes(sizeBytes)}
          {sizeBytes < 1000 ? '' : ` (${formatExactBytes(sizeBytes)})`}
        </Fact>
      </dl>
    </>
  );
}
