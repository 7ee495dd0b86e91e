// Loads a part of the app that the first screen does without. The build puts this around every dynamic
// `import()`, with the files that it takes.

import { dismissToast, showToast } from '../../ui/toasts/toast-store.ts';

const LONGEST_WAIT_MS = 30_000;

const brought = new Map<string, Promise<void>>();
let missing = 0;
let notice: number | null = null;

/** Resolves with the part, however long the server is away meanwhile, and says so. A browser takes a
 *  module that once did not come for missing as long as the page stands, and asks for it no more. So
 *  the files are fetched first, and imported when all of them are here. */
export async function bringPart<Part>(
  load: () => Promise<Part>,
  files: readonly string[] = [],
): Promise<Part> {
  await Promise.all(files.map(bringOnce));
  return load();
}

function bringOnce(file: string): Promise<void> {
  const href = `/${file}`;
  if (brought.size === 0)
    for (const named of namedByDocument()) brought.set(named, Promise.resolve());
  const known = brought.get(href);
  if (known !== undefined) return known;
  const bringing = bring(href);
  brought.set(href, bringing);
  return bringing;
}

function namedByDocument(): string[] {
  const named = document.querySelectorAll('script[src], link[href]');
  return [...named].map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '');
}

async function bring(href: string): Promise<void> {
  if (!isKept()) await fetchPatiently(href);
  preload(href);
}

/** The service worker that this page came from has all of its parts: to fetch them first would be to ask
 *  for each of them twice. */
function isKept(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

async function fetchPatiently(href: string): Promise<void> {
  if (await isFetched(href)) return;
  tellOfMissing(1);
  for (let tries = 0; !(await isFetched(href)); tries++) await pause(tries);
  tellOfMissing(-1);
}

/** What the server refuses for good, such as a file of a version that is gone, is left to the import:
 *  it fails, and the page offers to be loaded again. */
async function isFetched(href: string): Promise<boolean> {
  try {
    const answer = await fetch(href);
    await answer.arrayBuffer();
    return answer.status < 500 && answer.status !== 429;
  } catch {
    return false;
  }
}

async function pause(tries: number): Promise<void> {
  const ms = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** tries) * (0.5 + Math.random() / 2);
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
    addEventListener('online', resolve, { once: true });
  });
}

function tellOfMissing(more: number): void {
  missing += more;
  if (missing > 0) {
    notice ??= showToast({
      text: 'A part of Satchel did not load. Trying again until the server answers…',
      share: 'unknown',
    });
  } else if (notice !== null) {
    dismissToast(notice);
    notice = null;
  }
}

function preload(href: string): void {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.crossOrigin = '';
  link.href = href;
  document.head.append(link);
}
