import { type BackHistory, backLayers } from './back-layers.ts';

const KEY = 'satchelLayer';

const browserHistory: BackHistory = {
  depth: () => {
    const state: unknown = history.state;
    const depth = typeof state === 'object' && state !== null && Reflect.get(state, KEY);
    return typeof depth === 'number' ? depth : 0;
  },
  push: (depth) => history.pushState({ [KEY]: depth }, ''),
  go: travel,
  soon: (run) => setTimeout(run),
};

const GIVEN_UP_AFTER_MS = 1000;

function travel(by: number): void {
  // Where there is no such entry the browser says nothing; the present one then counts as the page.
  const timer = setTimeout(() => {
    history.replaceState(null, '');
    browserBack.arrived();
  }, GIVEN_UP_AFTER_MS);
  addEventListener('popstate', () => clearTimeout(timer), { once: true });
  history.go(by);
}

export const browserBack = backLayers(browserHistory);

/** Begins to listen. A page that was loaded anew inside a layer first goes back beneath it. */
export function startBrowserBack(): void {
  addEventListener('popstate', browserBack.arrived);
  browserBack.settleSoon();
}
