import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './support/chromium.ts';

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: { executablePath: chromiumPath(), args: chromiumArguments() },
};

export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.journey.ts',
  outputDir: '../test-results',
  // A journey waits more than it works, on timers of browsers and servers. More than two at a time
  // would compete for the machine: they move hundreds of megabytes.
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // A journey kills servers and browsers on a machine that may be busy with other things. What passes
  // at the second try only is told by name at the end of the run.
  retries: process.env.SATCHEL_WHOLE_RUN ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  // To record a trace takes half as much of the machine again as the journey itself.
  use: {
    trace: process.env.SATCHEL_WHOLE_RUN ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
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
