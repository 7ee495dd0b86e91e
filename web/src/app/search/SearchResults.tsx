import { searchNodes } from '@satchel/worker/local/search';
import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue } from 'react';
import { useUser } from '../../lib/use-account.ts';
import { SearchResult } from './SearchResult.tsx';

interface Props {
  readonly id: string;
  readonly text: string;
  readonly onChosen: () => void;
}

const MOST_SHOWN = 30;

export function SearchResults({ id, text, onChosen }: Props) {
  const { rootFolderId } = useUser();
  const wanted = useDeferredValue(text.trim());
  const found = useLiveQuery(() => searchNodes(wanted, MOST_SHOWN), [wanted]);
  return (
    <section id={id} className="search-results" aria-label="Found">
      {found === undefined ? null : found.length === 0 ? (
        <p className="search-none">Nothing that this device has seen is called “{wanted}”.</p>
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
