import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './support/chromium.ts';

// The configuration is read again in every worker process; what is chosen here travels to them in
// the environment.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: { executablePath: chromiumPath(), args: chromiumArguments() },
};

export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.journey.ts',
  outputDir: '../test-results',
  // One at a time: the journeys move hundreds of megabytes through one machine.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // A journey kills servers and browsers on a machine that may be busy with other things. What passes
  // at the second try only is told by name at the end of the run.
  retries: process.env.SATCHEL_WHOLE_RUN ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: { baseURL, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  webServer: {
    command: 'node --import tsx support/serve.ts',
    url: `${baseURL}/readyz`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: { PORT: process.env.E2E_PORT },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...chromium, viewport: { width: 1440, height: 900 } },
      testIgnore: ['phone.journey.ts', 'firefox.journey.ts'],
    },
    {
      name: 'phone',
      use: {
        ...chromium,
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
      testMatch: 'phone.journey.ts',
    },
    // Driven by puppeteer: Playwright drives no Firefox but its own.
    { name: 'firefox', testMatch: 'firefox.journey.ts' },
  ],
});
