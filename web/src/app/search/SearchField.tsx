import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useBackCloses } from '../../lib/back/use-back-closes.ts';
import { useWholeTree } from '../../lib/use-whole-tree.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import {
  clearSearch,
  closeSearch,
  reopenSearch,
  typeSearch,
  useSearchStore,
} from './search-store.ts';
import { useNamesAhead } from './use-names-ahead.ts';
import { getReady, getReadyAhead, useResults } from './use-results.ts';
import './search.css';

export const SEARCH_FIELD_ID = 'search-field';
const RESULTS_ID = 'search-results';

/** Finds by name in what this browser knows of the tree, so it answers offline too. */
export function SearchField() {
  const { text, isOpen } = useSearchStore();
  useBackCloses(isOpen, closeSearch);
  const isWhole = useWholeTree() === true;
  useNamesAhead(getReadyAhead, isWhole);
  const SearchResults = useResults(isOpen);
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeOrLeave();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(event, box.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the field and the list in it
    <div
      className="search"
      ref={box}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => !box.current?.contains(relatedTarget) && closeSearch()}
    >
      <div className="search-box">
        <Search size={16} aria-hidden />
        <input
          id={SEARCH_FIELD_ID}
          className="search-input"
          type="text"
          enterKeyHint="search"
          aria-label="Search"
          {...(isOpen && { 'aria-controls': RESULTS_ID })}
          placeholder="Search everything"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => typeSearch(target.value)}
          onFocus={() => {
            reopenSearch();
            getReady().catch(() => undefined);
          }}
        />
        {text !== '' && <IconButton icon={X} label="Clear" size={16} onPress={clearSearch} />}
        {text === '' && (
          <kbd className="search-key" aria-hidden>
            /
          </kbd>
        )}
      </div>
      {isOpen && SearchResults !== null && (
        <SearchResults id={RESULTS_ID} text={text} isWhole={isWhole} onChosen={clearSearch} />
      )}
    </div>
  );
}

function closeOrLeave(): void {
  if (useSearchStore.getState().isOpen) closeSearch();
  else (document.activeElement as HTMLElement | null)?.blur();
}

/** Arrows go from the field into the list, along it, and back. */
function moveFocus(event: KeyboardEvent, box: HTMLElement | null): void {
  const stops = [...(box?.querySelectorAll<HTMLElement>('.search-input, .search-result') ?? [])];
  const from = stops.indexOf(document.activeElement as HTMLElement);
  const to = stops[from + (event.key === 'ArrowDown' ? 1 : -1)];
  if (from === -1 || to === undefined) return;
  event.preventDefault();
  to.focus();
}
