import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from '../chromium.ts';

/** A Chromium in which one tab is seen and the others are hidden, as they are for a person. Driven by
 *  Playwright every tab believes that it is seen. */
export function launchSleepyChromium(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: chromiumPath(),
    args: chromiumArguments(),
    headless: true,
    defaultViewport: { width: 1440, height: 900 },
  });
}

/** Stops a tab as sleep does: nothing runs in it any more, in its workers neither, and what it holds it
 *  goes on holding. Gives how to wake it; what other tabs told it meanwhile is lost on it. (Frozen by
 *  the browser's own tools it would go on hearing, and begin transactions that it cannot end.)
 *
 *  A browser lets no tab sleep in the middle of a transaction. Whether this one is in one, `another`
 *  page of the same origin can tell. */
export async function stopAsInSleep(page: Page, another: Page): Promise<() => Promise<void>> {
  const session = await page.createCDPSession();
  const workers = page.workers().map(({ client }) => client);
  const all = async (method: 'Debugger.enable' | 'Debugger.pause' | 'Debugger.disable') => {
    // The page comes last: as soon as it is awake it may end a worker, which then answers no more.
    await Promise.all(workers.map((worker) => worker.send(method)));
    await session.send(method);
  };
  const stop = async () => {
    await all('Debugger.enable');
    await all('Debugger.pause');
  };
  await stop();
  while (!(await another.evaluate(canWriteEverywhere))) {
    await all('Debugger.disable');
    await stop();
  }
  return () => all('Debugger.disable');
}

function canWriteEverywhere(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('satchel');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const { result: database } = opening;
      const writing = database.transaction([...database.objectStoreNames], 'readwrite');
      const givenUp = setTimeout(() => settle(false), 1000);
      const settle = (can: boolean) => {
        clearTimeout(givenUp);
        database.close();
        resolve(can);
      };
      writing.oncomplete = () => settle(true);
    };
  });
}
