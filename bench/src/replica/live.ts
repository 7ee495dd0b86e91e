// How soon what is done in one browser is on the screen of another.
import type { Page } from '../support/chromium/page.ts';
import type { Account } from '../sync/accounts.ts';
import { onDevice, untilWhole } from './device.ts';

/** The milliseconds from each request in one browser to the frame with its row in the other. */
export function timeChanges(url: string, account: Account, count: number): Promise<number[]> {
  return onDevice(url, account, (here) =>
    onDevice(url, account, async (there) => {
      const [near, far] = [await here.open(`${url}/files`), await there.open(`${url}/files`)];
      await untilWhole(near);
      await untilWhole(far);
      const times: number[] = [];
      for (let n = 0; n < count; n++) {
        // Each new one stands above all others: at its top a list shows what is new.
        times.push(await timeChange(near, far, ` ${10_000 - n}`.trim()));
      }
      return times;
    }),
  );
}

async function timeChange(near: Page, far: Page, name: string): Promise<number> {
  const seen = far.run(
    (label) =>
      new Promise<number>((resolve) => {
        new MutationObserver((_records, observer) => {
          if (document.querySelector(`[role=row][aria-label="${label}"]`) === null) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
        }).observe(document.body, { childList: true, subtree: true });
      }),
    name,
  );
  const done = await near.run(async (folder) => {
    const begun = Date.now();
    await fetch('/api/v1/folders', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: folder, parentId: null }),
    });
    return begun;
  }, name);
  return (await seen) - done;
}
