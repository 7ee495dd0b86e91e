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

/** What was found stays until something is known of the next letter. */
interface Answer {
  readonly text: string;
  readonly found: readonly Found[] | undefined;
}

export function SearchResults({ id, text, onChosen }: Props) {
  const { rootFolderId } = useUser();
  const wanted = useDeferredValue(text.trim());
  const [{ text: asked, found }, setAnswer] = useState<Answer>({ text: '', found: undefined });
  useEffect(
    () => watchSearch(wanted, MOST_SHOWN, (hits) => setAnswer({ text: wanted, found: hits })),
    [wanted],
  );
  const isWhole = useWholeTree();
  return (
    <section id={id} className="search-results" aria-label="Found">
      {found === undefined ? null : found.length === 0 ? (
        <p className="search-none">
          {isWhole ? 'Nothing' : 'Nothing that this device has seen'} is called “{asked}”.
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
