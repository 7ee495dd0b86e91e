// What somebody waits for at the screen, measured in the page itself.
import type { Page } from '../support/chromium/page.ts';

/** From the pointer's coming to the second click. */
const POINTED_AT_MS = 700;

/** From the double click on a folder in the list to the frame with its first rows. `isPointedAt`: the
 *  pointer came to the row a while before, as that of a person does. */
export async function timeOpening(
  page: Page,
  folderId: string,
  isPointedAt: boolean,
): Promise<number> {
  await page.until((id) => document.querySelector(`[data-row-id="${id}"]`) !== null, folderId);
  if (isPointedAt) {
    await page.run((id) => {
      const row = document.querySelector(`[data-row-id="${id}"]`);
      row?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    }, folderId);
    await new Promise((later) => setTimeout(later, POINTED_AT_MS));
  }
  const ms = await page.run(
    (id) =>
      new Promise<number>((resolve) => {
        const row = document.querySelector(`[data-row-id="${id}"]`);
        const begun = performance.now();
        new MutationObserver((_records, observer) => {
          if (!location.pathname.endsWith(id)) return;
          if (document.querySelectorAll('[data-row-id]').length < 10) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        }).observe(document.body, { childList: true, subtree: true });
        row?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
      }),
    folderId,
  );
  await page.run(() => history.back(), undefined);
  await page.until(() => location.pathname === '/files', undefined);
  return ms;
}

/** From a key in the search field to the frame with what it finds, for each of the texts. */
export function timeSearches(page: Page, texts: readonly string[]): Promise<number[]> {
  return page.run(async (all) => {
    const times: number[] = [];
    const field = document.querySelector<HTMLInputElement>('#search-field');
    field?.focus();
    for (const text of all) {
      const ms = await new Promise<number>((resolve) => {
        const begun = performance.now();
        new MutationObserver((_records, observer) => {
          const found = document.querySelector('.search-results');
          if (found?.querySelector('li, .search-none') == null) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
          field,
          text,
        );
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      });
      times.push(ms);
      await new Promise((later) => setTimeout(later, 150));
    }
    return times;
  }, texts);
}

/** The times between frames while the list of the open folder is scrolled. */
export function timeScrolling(page: Page): Promise<number[]> {
  return page.run(async () => {
    const list = document.querySelector('.row-grid-scroller');
    const times: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < 300; frame++) {
      list?.scrollBy(0, 400);
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    return times;
  }, undefined);
}
