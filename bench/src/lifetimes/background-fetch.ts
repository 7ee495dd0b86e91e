// Whether a Background Fetch survives the end of the browser, and goes on with no page open.
import { Browser } from '../support/chromium/browser.ts';
import { seconds } from './service-worker.ts';
import { pause, Site } from './site.ts';

const PIECES = 10;
const GIVE_UP_MS = 120_000;

export async function backgroundFetchLife(profile: string): Promise<string> {
  const site = await Site.start();
  try {
    await beginAndKill(profile, site);
    // What the server had begun to answer still counts as heard.
    await pause(3000);
    const before = site.heard('piece').length;
    const restartedAt = Date.now();
    const again = await Browser.start(profile);
    const until = restartedAt + GIVE_UP_MS;
    while (site.heard('piece').length < PIECES && Date.now() < until) await pause(500);
    const after = site.heard('piece').filter((at) => at > restartedAt);
    await again.close();
    if (after.length === 0) return `did not go on within ${seconds(GIVE_UP_MS)}`;
    const wait = seconds((after[0] ?? 0) - restartedAt);
    return `${before} of ${PIECES} sent before kill -9; went on ${wait} after the next start, to the end`;
  } finally {
    site.stop();
  }
}

async function beginAndKill(profile: string, site: Site): Promise<void> {
  const browser = await Browser.start(profile);
  const page = await browser.open(site.url);
  await page.until(() => 'registration' in globalThis, undefined);
  await page.click(200, 200);
  await site.untilHeard('piece', 2);
  await page.close();
  await browser.kill();
}
