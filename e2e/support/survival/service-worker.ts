import type { Page } from '@playwright/test';

/** Stops the service worker at once, whatever it is doing, as the browser does after a while. `page`
 *  may show anything. */
export async function stopServiceWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const running = new Promise<string>((resolve, reject) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const version = versions.find(({ runningStatus }) => runningStatus === 'running');
      if (version) resolve(version.versionId);
    });
    session.once('close', () => reject(new Error('the page went away')));
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopWorker', { versionId: await running });
  await session.detach();
}
