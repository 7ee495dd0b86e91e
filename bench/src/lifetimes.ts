// npm run lifetimes [-- --only WORDS] [--wait SECONDS] [--real-retries]
// How long a browser lets Satchel work, by what woke it, with and without a tab. Everything is measured
// side by side, each in a browser of its own, and takes as long as the longest.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { uploadLife } from './lifetimes/app.ts';
import { backgroundFetchLife } from './lifetimes/background-fetch.ts';
import { messageLife, segmentsLife, syncLife, syncRetries } from './lifetimes/service-worker.ts';
import { Browser } from './support/chromium/browser.ts';
import { markdownTable } from './support/report.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    wait: { type: 'string', default: '420' },
    'real-retries': { type: 'boolean', default: false },
  },
});
const mostMs = Number(values.wait) * 1000;
/** A sixtieth of what Chromium waits before it tries a sync again. */
const SHORT_RETRIES = [
  '--force-fieldtrials=BackgroundSync/T/',
  '--force-fieldtrial-params=BackgroundSync.T:initial_retry_delay_sec/5/min_recovery_time_sec/2',
];
const retries = values['real-retries']
  ? { note: '', arguments: [], mostMs: 20 * 60_000 }
  : { note: ', delays shortened to a sixtieth', arguments: SHORT_RETRIES, mostMs: 60_000 };

interface Row {
  readonly name: string;
  readonly tab: 'open' | 'closed';
  readonly arguments?: readonly string[];
  readonly measure: (browser: Browser, directory: string) => Promise<string>;
}

const ROWS: readonly Row[] = [
  {
    name: 'a message, with waitUntil',
    tab: 'open',
    measure: (browser) => messageLife({ browser, mostMs }, { isHeld: true }, false),
  },
  {
    name: 'a message, with waitUntil',
    tab: 'closed',
    measure: (browser) => messageLife({ browser, mostMs }, { isHeld: true }, true),
  },
  {
    name: 'a message, without waitUntil',
    tab: 'closed',
    measure: (browser) => messageLife({ browser, mostMs }, { isHeld: false }, true),
  },
  {
    name: 'a message every 15 s, each event 20 s long',
    tab: 'open',
    measure: (browser) => segmentsLife({ browser, mostMs }),
  },
  {
    name: 'a sync',
    tab: 'closed',
    measure: (browser) => syncLife({ browser, mostMs }),
  },
  {
    name: `a sync that fails${retries.note}`,
    tab: 'closed',
    arguments: retries.arguments,
    measure: (browser) => syncRetries({ browser, mostMs: retries.mostMs }),
  },
  {
    name: 'a background fetch',
    tab: 'closed',
    measure: (_browser, directory) => backgroundFetchLife(join(directory, 'killed')),
  },
  {
    name: 'an upload of Satchel',
    tab: 'open',
    measure: (browser, directory) => uploadLife(browser, directory, { mostMs, isTabClosed: false }),
  },
  {
    name: 'an upload of Satchel',
    tab: 'closed',
    measure: (browser, directory) => uploadLife(browser, directory, { mostMs, isTabClosed: true }),
  },
];

async function measure(row: Row): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'satchel-lifetimes-'));
  const browser = await Browser.start(join(directory, 'profile'), row.arguments);
  try {
    const life = await row.measure(browser, directory);
    console.error(`${row.name}, tab ${row.tab}: ${life}`);
    return [row.name, row.tab, life];
  } finally {
    await browser.close();
    await rm(directory, { recursive: true, force: true });
  }
}

const chosen = ROWS.filter((row) => `${row.name}, tab ${row.tab}`.includes(values.only));
const measured = await Promise.all(chosen.map(measure));
console.log(markdownTable(['what keeps it going', 'tab', 'how long'], measured));
