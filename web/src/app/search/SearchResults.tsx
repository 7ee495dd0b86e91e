import { type Found, watchSearch } from '@satchel/worker/local/search';
import { useDeferredValue, useEffect, useState } from 'react';
import { useUser } from '../../lib/use-account.ts';
import { useWholeTree } from '../../lib/use-whole-tree.ts';
import { SearchResult } from './SearchResult.tsx';

export { prepareSearch } from '@satchel/worker/local/search';

interface Props {
  readonly id: string;
  readonly text: string;
  readonly onChosen: () => void;
}

const MOST_SHOWN = 30;

export function SearchResults({ id, text, onChosen }: Props) {
  const { rootFolderId } = useUser();
  const wanted = useDeferredValue(text.trim());
  const [found, setFound] = useState<readonly Found[]>();
  useEffect(() => watchSearch(wanted, MOST_SHOWN, setFound), [wanted]);
  const isWhole = useWholeTree();
  return (
    <section id={id} className="search-results" aria-label="Found">
      {found === undefined ? null : found.length === 0 ? (
        <p className="search-none">
          {isWhole ? 'Nothing' : 'Nothing that this device has seen'} is called “{wanted}”.
        </p>
      ) : (
        <ul>
          {found.map((hit) => (
            <li key={hit.node.id}>
              <SearchResult hit={hit} rootFolderId={rootFolderId} onChosen={onChosen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
