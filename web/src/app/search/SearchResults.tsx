import { type Hits, watchSearch } from '@satchel/worker/local/search';
import { useLayoutEffect, useState } from 'react';
import { useUser } from '../../lib/use-account.ts';
import { useWholeTree } from '../../lib/use-whole-tree.ts';
import { SearchResult } from './SearchResult.tsx';

export { holdNames, prepareSearch } from '@satchel/worker/local/search';

interface Props {
  readonly id: string;
  readonly text: string;
  readonly onChosen: () => void;
}

const MOST_SHOWN = 30;

/** What was found stays until something is known of the next letter. */
interface Answer extends Hits {
  readonly text: string;
}

export function SearchResults({ id, text, onChosen }: Props) {
  const { rootFolderId } = useUser();
  const wanted = text.trim();
  const [answer, setAnswer] = useState<Answer>();
  const isWhole = useWholeTree();
  // An effect proper would begin to search only behind the frame that shows the letter.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is not found is known once all is here
  useLayoutEffect(
    () => watchSearch(wanted, MOST_SHOWN, (hits) => setAnswer({ text: wanted, ...hits })),
    [wanted, isWhole],
  );
  return (
    <section id={id} className="search-results" aria-label="Found">
      {answer === undefined ? null : answer.found.length === 0 ? (
        <p className="search-none">
          {answer.areAll ? 'Nothing' : 'Nothing that this device has seen'} is called “{answer.text}
          ”.
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
