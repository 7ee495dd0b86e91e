// npm run bench -- files [--files N] [--bytes N] [--runs N]
// Many small files, dropped as one folder, through Satchel (staged, hashed, opened, sent, completed)
// against one bare PUT for each from the same browser to a sink that hashes and syncs, in turn.
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sendBarePuts } from './browser/bare-puts.ts';
import { onStage, type Stage } from './browser/stage.ts';
import { openFileList, untilSafeToClose } from './support/app.ts';
import type { Browser } from './support/chromium/browser.ts';
import { Person } from './support/person.ts';
import { markdownTable, median } from './support/report.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    bytes: { type: 'string', default: '1024' },
    runs: { type: 'string', default: '3' },
  },
});
const files = Number(values.files);
const bytes = Number(values.bytes);
const runs = Number(values.runs);
/** A browser opens six connections to a server. */
const AT_ONCE = 6;

interface Run {
  readonly bare: number;
  readonly satchel: number;
  readonly safe: number;
}

async function writeFiles(directory: string): Promise<string[]> {
  await mkdir(directory);
  const paths = Array.from({ length: files }, (_, n) => join(directory, `note ${n}.txt`));
  for (const path of paths) await writeFile(path, randomBytes(bytes));
  return paths;
}

async function timeBarePuts(browser: Browser, url: string, paths: string[]): Promise<number> {
  const page = await browser.open(url);
  await page.choose('#file', paths);
  return sendBarePuts(page, AT_ONCE);
}

async function timeSatchel(browser: Browser, url: string, directory: string) {
  const who = await Person.signUp(url);
  const page = await openFileList(browser, url, who);
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  await page.drop([directory]);
  let safe = Number.NaN;
  const becomesSafe = untilSafeToClose(page).then(() => {
    safe = seconds();
  });
  await who.untilUsed(files * bytes);
  const satchel = seconds();
  await becomesSafe;
  return { safe, satchel };
}

async function measure(stage: Stage, run: number): Promise<Run> {
  const directory = join(stage.directory, `notes-${run}`);
  const paths = await writeFiles(directory);
  const bare = await stage.inBrowser((browser) => timeBarePuts(browser, stage.sinkUrl, paths));
  await stage.clearSink();
  const { url } = stage.satchel;
  const own = await stage.inBrowser((browser) => timeSatchel(browser, url, directory));
  await rm(directory, { recursive: true });
  console.error(
    `run ${run}: bare ${bare.toFixed(1)} s, Satchel ${own.satchel.toFixed(1)} s, safe after ${own.safe.toFixed(1)} s`,
  );
  return { bare, ...own };
}

function report(all: readonly Run[]): string {
  const of = (name: keyof Run) => median(all.map((run) => run[name]));
  const rate = (seconds: number) => (files / seconds).toFixed(0);
  const ratio = median(all.map((run) => run.bare / run.satchel));
  const safe = `${of('safe').toFixed(1)} s`;
  return markdownTable(
    ['way', 'files/s', 'of bare PUTs', 'safe to close after'],
    [
      ['one bare PUT each, to a sink that hashes and syncs', rate(of('bare')), '1.00', 'never'],
      ['Satchel: staged, hashed, sent, recorded', rate(of('satchel')), ratio.toFixed(2), safe],
    ],
  );
}

await onStage(async (stage) => {
  const all: Run[] = [];
  for (let run = 1; run <= runs; run++) all.push(await measure(stage, run));
  console.log(`${files} files of ${bytes} bytes from one browser, medians of ${runs} runs:\n`);
  console.log(report(all));
});
