import { type Hits, watchSearch } from '@satchel/worker/local/search';
import { useLayoutEffect, useState } from 'react';
import { useUser } from '../../lib/use-account.ts';
import { SearchResult } from './SearchResult.tsx';

interface Props {
  readonly id: string;
  readonly text: string;
  /** Whether all of the tree is on this device. */
  readonly isWhole: boolean;
  readonly onChosen: () => void;
}

const MOST_SHOWN = 30;

/** What was found stays until something is known of the next letter. */
interface Answer extends Hits {
  readonly text: string;
  readonly isWhole: boolean;
}

export function SearchResults({ id, text, isWhole, onChosen }: Props) {
  const { rootFolderId } = useUser();
  const wanted = text.trim();
  const [answer, setAnswer] = useState<Answer>();
  // An effect proper would begin to search only behind the frame that shows the letter.
  useLayoutEffect(
    () => watchSearch(wanted, MOST_SHOWN, (hits) => setAnswer({ text: wanted, isWhole, ...hits })),
    [wanted, isWhole],
  );
  return (
    <section id={id} className="search-results" aria-label="Found">
      {answer === undefined ? null : answer.found.length === 0 ? (
        <p className="search-none">
          {knowsAll(answer) ? 'Nothing' : 'Nothing that this device has seen'} is called “
          {answer.text}”.
        </p>
      ) : (
        <ul>
          {answer.found.map((hit) => (
            <li key={hit.node.id}>
              <SearchResult hit={hit} rootFolderId={rootFolderId} onChosen={onChosen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function knowsAll({ isWhole, areAllRead }: Answer): boolean {
  return isWhole && areAllRead;
}
