import { existsSync } from 'node:fs';
import { installOnDebian } from './debian.mjs';
import { giveUp } from './run.mjs';

// Where e2e/support/firefox.ts looks as well, after FIREFOX_PATH. What Ubuntu has in /usr/bin is a
// snap, which sees no profile outside of its own folder.
const SYSTEM_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/usr/lib64/firefox/firefox',
];

/** Sees to it that there is a Firefox for its journey, where that can be done. Where it cannot, the
 *  journey is skipped and says so. */
export async function ensureFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named !== undefined && !existsSync(named)) giveUp(`FIREFOX_PATH ${named} does not exist.`);
  if (named !== undefined || SYSTEM_PATHS.some((path) => existsSync(path))) return;
  await installOnDebian('Firefox', 'firefox-esr');
}
