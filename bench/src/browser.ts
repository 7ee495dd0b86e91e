// npm run bench -- browser [--mebibytes N] [--runs N]
// A file in Chromium through Satchel (staged, hashed, sent, recorded) against bare PUTs of the same
// bytes from the same browser to a sink that hashes and syncs them, in turn, in one run.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSample } from '../../e2e/support/sample-files.ts';
import { sendBarePuts } from './browser/bare-puts.ts';
import { onStage, type Stage } from './browser/stage.ts';
import { openFileList, untilListed, untilSafeToClose } from './support/app.ts';
import type { Browser } from './support/chromium/browser.ts';
import { Person } from './support/person.ts';
import { markdownTable, median } from './support/report.ts';

const { values } = parseArgs({
  options: {
    mebibytes: { type: 'string', default: '1024' },
    runs: { type: 'string', default: '5' },
  },
});
const mebibytes = Number(values.mebibytes);
const runs = Number(values.runs);

interface Run {
  readonly bare: number;
  readonly satchel: number;
  /** When the screen said that the tab may be closed. */
  readonly safe: number;
}

async function timeBarePuts(browser: Browser, stage: Stage, path: string): Promise<number> {
  const page = await browser.open(stage.sinkUrl);
  await page.choose('#file', [path]);
  return sendBarePuts(page, 4);
}

async function timeSatchel(browser: Browser, stage: Stage, path: string) {
  const { url } = stage.satchel;
  const who = await Person.signUp(url);
  const page = await openFileList(browser, url, who);
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  await page.drop([path]);
  await untilSafeToClose(page);
  const safe = seconds();
  await untilListed(who, path.slice(path.lastIndexOf('/') + 1));
  return { safe, satchel: seconds() };
}

async function measure(stage: Stage, run: number): Promise<Run> {
  const path = join(stage.directory, `film-${run}.bin`);
  await writeSample(path, mebibytes, path);
  const bare = await stage.inBrowser((browser) => timeBarePuts(browser, stage, path));
  await stage.clearSink();
  const own = await stage.inBrowser((browser) => timeSatchel(browser, stage, path));
  await rm(path);
  console.error(
    `run ${run}: bare ${bare.toFixed(2)} s, Satchel ${own.satchel.toFixed(2)} s, safe after ${own.safe.toFixed(2)} s`,
  );
  return { bare, ...own };
}

function report(all: readonly Run[]): string {
  const of = (name: keyof Run) => median(all.map((run) => run[name]));
  const rate = (seconds: number) => (mebibytes / seconds).toFixed(0);
  const ratio = median(all.map((run) => run.bare / run.satchel));
  return markdownTable(
    ['way', 'MiB/s', 'of bare PUTs', 'safe to close after'],
    [
      ['bare PUTs to a sink that hashes and syncs', rate(of('bare')), '1.00', 'never'],
      [
        'Satchel: staged, hashed, sent, recorded',
        rate(of('satchel')),
        ratio.toFixed(2),
        `${of('safe').toFixed(1)} s`,
      ],
    ],
  );
}

await onStage(async (stage) => {
  const all: Run[] = [];
  for (let run = 1; run <= runs; run++) all.push(await measure(stage, run));
  console.log(`${mebibytes} MiB from a file in one browser, medians of ${runs} runs in turn:\n`);
  console.log(report(all));
});
