import type { Node } from '@satchel/shared/wire/nodes';
import { describeKind } from '../../../lib/file-kind.ts';
import { formatBytes, formatExactBytes } from '../../../lib/format-bytes.ts';
import { formatFullMoment } from '../../../lib/format-time.ts';
import { useFolder } from '../folder/folder-context.ts';
import { KeepFact } from '../kept/KeepFact.tsx';
import { ContentHash } from './ContentHash.tsx';
import { Fact } from './Fact.tsx';
import { Preview } from './Preview.tsx';

/** Everything known of one file or folder. */
export function FileDetails({ node }: { readonly node: Node }) {
  const { path } = useFolder();
  return (
    <>
      <Preview node={node} />
      <h3 className="details-name">{node.name}</h3>
      <dl className="facts">
        <Fact name="Kind">{describeKind(node)}</Fact>
        {node.size === null ? null : (
          <Fact name="Size">
            {formatBytes(node.size)}
            {node.size < 1000 ? '' : ` (${formatExactBytes(node.size)})`}
          </Fact>
        )}
        <Fact name="Where">{path.map(({ name }) => name).join(' › ')}</Fact>
        <Fact name="Modified">{formatFullMoment(new Date(node.modifiedAt))}</Fact>
        <Fact name="Modified by">{node.modifiedBy.displayName}</Fact>
        <Fact name="Created">{formatFullMoment(new Date(node.createdAt))}</Fact>
        {node.version === null ? null : <Fact name="Version">{String(node.version)}</Fact>}
        <KeepFact node={node} />
        {node.contentHash === null ? null : <ContentHash hash={node.contentHash} />}
      </dl>
    </>
  );
}
