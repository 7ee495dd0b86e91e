import { existsSync } from 'node:fs';
import { installOnDebian } from './debian.mjs';
import { fromRoot } from './paths.mjs';
import { giveUp, runNode, say } from './run.mjs';

// Where e2e/support/chromium.ts looks as well, after CHROMIUM_PATH.
const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Makes sure that there is a Chromium for the journeys: the one that CHROMIUM_PATH names, the
 *  system's, one that was downloaded before, Debian's package, or Playwright's download. Ends the
 *  command with a message when there is none to be had. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && !existsSync(named)) giveUp(`CHROMIUM_PATH ${named} does not exist.`);
  if (named !== undefined || hasSystemChromium() || (await hasDownloaded())) return;
  if (await installPackage()) return;
  if (await download()) return;
  giveUp(
    'The journeys need Chromium. Install it with the package manager of your system, or set CHROMIUM_PATH to one.',
  );
}

function hasSystemChromium() {
  return SYSTEM_PATHS.some((path) => existsSync(path));
}

async function hasDownloaded() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

/** Debian's own comes with all the libraries it needs. */
async function installPackage() {
  await installOnDebian('Chromium', 'chromium');
  return hasSystemChromium();
}

async function download() {
  say('Downloading Chromium …');
  const code = await runNode([
    fromRoot('node_modules/@playwright/test/cli.js'),
    'install',
    'chromium',
  ]);
  return code === 0 && (await hasDownloaded());
}
