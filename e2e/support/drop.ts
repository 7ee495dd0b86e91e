import type { Page } from '@playwright/test';

/** Drops real files and folders of this machine on the page, the way the browser itself delivers a
 *  drag from the desktop. `at` is in CSS pixels. */
export async function dropPaths(
  page: Page,
  paths: readonly string[],
  at: { x: number; y: number } = { x: 720, y: 450 },
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}
