import type { Page } from '@playwright/test';

/** Everything that happens to a list which somebody looking at it would see as flicker. */
export interface RowWatch {
  /** What was seen since it began. */
  end(): Promise<readonly string[]>;
}

/** Watches that these rows stay, as they are selected, and that nothing grey takes their place. */
export async function watchRows(page: Page, names: readonly string[]): Promise<RowWatch> {
  const watch = await page.evaluateHandle((watched) => {
    const seen: string[] = [];
    const labelsIn = (node: Node) =>
      node instanceof Element
        ? [node, ...node.querySelectorAll('[data-row-id]')].map((row) => row.ariaLabel ?? '')
        : [];
    const isSkeleton = (node: Node) =>
      node instanceof Element &&
      (node.matches('.skeleton') || node.querySelector('.skeleton') !== null);
    const look = (records: readonly MutationRecord[]) => {
      for (const { type, target, removedNodes, addedNodes } of records) {
        const gone = [...removedNodes].flatMap(labelsIn).filter((label) => watched.includes(label));
        seen.push(...gone.map((label) => `${label} was taken away`));
        if ([...addedNodes].some(isSkeleton)) seen.push('a skeleton was shown');
        if (type === 'attributes' && target instanceof Element)
          seen.push(`${target.ariaLabel} became selected: ${target.ariaSelected}`);
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['aria-selected'],
    });
    return {
      end: () => {
        look(observer.takeRecords());
        observer.disconnect();
        return seen;
      },
    };
  }, names);
  return { end: () => watch.evaluate((watching) => watching.end()) };
}
