import { useEffect } from 'react';

const APP = 'Satchel';

let page: string | undefined;
let progress: string | null = null;

/** Names the page in the tab and the history. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    page = name;
    showTitle();
  }, [name]);
}

/** Puts how far the transfers are before the name of the page; null takes it away. */
export function showProgressInTitle(words: string | null): void {
  if (progress === words) return;
  progress = words;
  showTitle();
}

function showTitle(): void {
  document.title = [progress, page, APP].filter(Boolean).join(' · ');
}
