import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that the journeys drive: CHROMIUM_PATH, else the system's, else Playwright's own. */
export function chromiumPath(): string {
  return (
    process.env.CHROMIUM_PATH ??
    SYSTEM_PATHS.find((path) => existsSync(path)) ??
    chromium.executablePath()
  );
}

/** Keeps the browser from calling home; as root it also has to run without its sandbox. */
export function chromiumArguments(): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}
